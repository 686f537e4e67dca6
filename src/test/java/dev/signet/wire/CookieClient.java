package dev.signet.wire;

import jakarta.json.Json;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.CookieStore;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A browser as far as cookies go: it keeps them by path and time, and follows no redirect. */
public final class CookieClient {

  private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).cookieHandler(cookies).build();
  private final Function<String, HttpRequest.Builder> requests;

  /** A client of a server, by its requests for paths. */
  public CookieClient(Function<String, HttpRequest.Builder> requests) {
    this.requests = requests;
  }

  /** Another with the cookies that this one has now: a tab that has fallen behind, or a thief. */
  public CookieClient copy() {
    CookieClient copy = new CookieClient(requests);
    CookieStore store = cookies.getCookieStore();
    for (URI uri : store.getURIs()) {
      for (HttpCookie cookie : store.get(uri)) {
        copy.cookies.getCookieStore().add(uri, (HttpCookie) cookie.clone());
      }
    }
    return copy;
  }

  public HttpRequest.Builder request(String path) {
    return requests.apply(path);
  }

  public Answer get(String path) {
    return send(request(path));
  }

  /** A JSON object of text members, with no proof of where it comes from. */
  public Answer post(String path, Map<String, String> members) {
    return send(posting(path, members));
  }

  /** The same as a script of ours sends it. */
  public Answer postProven(String path, Map<String, String> members) {
    return send(posting(path, members).header("X-CSRF-Token", cookie("csrf").orElse("")));
  }

  /** The same, to be sent with further headers. */
  public HttpRequest.Builder posting(String path, Map<String, String> members) {
    String json = Json.createObjectBuilder(Map.<String, Object>copyOf(members)).build().toString();
    return request(path)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(json));
  }

  /** A form as a browser sends it from our own page. */
  public Answer submit(String path, Map<String, String> fields) {
    return send(submitting(path, fields).header("Sec-Fetch-Site", "same-origin"));
  }

  /** A form that does not say where it comes from. */
  public HttpRequest.Builder submitting(String path, Map<String, String> fields) {
    String form =
        fields.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return request(path)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(form));
  }

  public Answer send(HttpRequest.Builder request) {
    try {
      return new Answer(http.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  /** What it keeps under a name. */
  public Optional<String> cookie(String name) {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals(name) && !cookie.hasExpired())
        .map(HttpCookie::getValue)
        .findFirst();
  }

  /** Has it keep something else under a name. */
  public void change(String name, String value) {
    cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals(name))
        .forEach(cookie -> cookie.setValue(value));
  }

  /** Has it keep nothing under a name, as when its time is over. */
  public void forget(String name) {
    CookieStore store = cookies.getCookieStore();
    store.getURIs().stream()
        .toList()
        .forEach(
            uri ->
                store.get(uri).stream()
                    .filter(cookie -> cookie.getName().equals(name))
                    .forEach(cookie -> store.remove(uri, cookie)));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
