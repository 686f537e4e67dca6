package dev.signet.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.Base64;

/** What a token says, for who does not care whether it is true. */
public final class Claims {

  private Claims() {}

  public static JsonObject of(String token) {
    String payload = new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), UTF_8);
    try (JsonReader reader = Json.createReader(new StringReader(payload))) {
      return reader.readObject();
    }
  }
}
