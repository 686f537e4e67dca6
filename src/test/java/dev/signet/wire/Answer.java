package dev.signet.wire;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.util.UUID;

/** What the server answered. */
public record Answer(HttpResponse<String> response) {

  public int status() {
    return response.statusCode();
  }

  public String body() {
    return response.body();
  }

  /** A header's value; empty where it is missing. */
  public String header(String name) {
    return response.headers().firstValue(name).orElse("");
  }

  public JsonObject json() {
    try (JsonReader reader = Json.createReader(new StringReader(body()))) {
      return reader.readObject();
    }
  }

  public JsonArray array() {
    try (JsonReader reader = Json.createReader(new StringReader(body()))) {
      return reader.readArray();
    }
  }

  /** A text member of the body. */
  public String text(String member) {
    return json().getString(member);
  }

  public String access() {
    return text("access");
  }

  public String refresh() {
    return text("refresh");
  }

  /** The id of the account that signed up or logged in. */
  public UUID accountId() {
    return UUID.fromString(json().getJsonObject("user").getString("id"));
  }
}
