package dev.signet.wire;

import jakarta.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** Signet as its clients see it. */
public final class Signet {

  /** Long enough for every policy, and easy to find in a log. */
  public static final String PASSWORD = "find-me-in-a-log if you can";

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private Signet() {}

  /** Where a path of Signet is. */
  public static URI uri(String path) {
    return URI.create("http://127.0.0.1:" + System.getProperty("it.http.port") + "/signet" + path);
  }

  /** From an address of its own. */
  public static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(uri(path))
        .header(ClientAddresses.HEADER, ClientAddresses.next())
        .timeout(Duration.ofSeconds(60));
  }

  public static Answer send(HttpRequest.Builder request) {
    try {
      return new Answer(HTTP.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  public static Answer get(String path) {
    return send(request(path));
  }

  /** With an access token. */
  public static Answer get(String path, String token) {
    return send(request(path).header("Authorization", "Bearer " + token));
  }

  /** A JSON object of text members. */
  public static Answer post(String path, Map<String, String> members) {
    return send(posting(path, members));
  }

  /** The same, to be sent with further headers. */
  public static HttpRequest.Builder posting(String path, Map<String, String> members) {
    return request(path)
        .header("Content-Type", "application/json")
        .POST(
            BodyPublishers.ofString(
                Json.createObjectBuilder(Map.copyOf(members)).build().toString()));
  }

  public static Answer postJson(String path, String json) {
    return post(path, "application/json", json);
  }

  public static Answer post(String path, String mediaType, String body) {
    return send(
        request(path).header("Content-Type", mediaType).POST(BodyPublishers.ofString(body)));
  }

  public static Answer postForm(String path, Map<String, String> fields) {
    return post(
        path,
        "application/x-www-form-urlencoded",
        fields.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&")));
  }

  public static Answer postMultipart(String path, Map<String, String> fields) {
    String parts =
        fields.entrySet().stream()
            .map(
                field ->
                    "--the-boundary\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                        .formatted(field.getKey(), field.getValue()))
            .collect(Collectors.joining());
    return post(path, "multipart/form-data; boundary=the-boundary", parts + "--the-boundary--\r\n");
  }

  public static Answer refresh(String token) {
    return post("/api/auth/refresh", Map.of("refresh", token));
  }

  public static Answer login(String username, String password) {
    return post("/api/auth/login", Map.of("username", username, "password", password));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
