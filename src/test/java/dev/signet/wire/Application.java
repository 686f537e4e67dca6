package dev.signet.wire;

import dev.signet.assertion.Assertion;
import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A client that the servers of the wire tests know by their settings.
 *
 * @param secret empty for a public one
 */
public record Application(String id, String secret) {

  /** It may ask for everything. */
  public static final Application SHOP = new Application("probe-shop", "s%+:" + "shop".repeat(8));

  /** Its access tokens are for somebody else than we are. */
  public static final Application DESK = new Application("probe-desk", "desk".repeat(8));

  /** It takes the access tokens of the desk, and nobody logs in to it. */
  public static final Application LEDGER = new Application("probe-ledger", "book".repeat(8));

  /** It can keep no secret. */
  public static final Application PHONE = new Application("probe-phone", "");

  /** It knows people by names that it shares with the chat. */
  public static final Application FORUM = new Application("probe-forum", "talk".repeat(8));

  /** The forum's sister. */
  public static final Application CHAT = new Application("probe-chat", "chat".repeat(8));

  /** It knows people by names of its own. */
  public static final Application BANK = new Application("probe-bank", "bank".repeat(8));

  /** It signs what shows who it is. */
  public static final String SIGNER = "probe-signer";

  /** What the servers are told of them. */
  static final String SETTINGS =
      SHOP.setting("secret", SHOP.secret)
          + SHOP.setting("redirect-uris", SHOP.redirectUri())
          + SHOP.setting("grants", "authorization_code,refresh_token,client_credentials")
          + SHOP.setting("scopes", "openid,profile,email,offline_access,account,read")
          + DESK.setting("secret", DESK.secret)
          + DESK.setting("redirect-uris", DESK.redirectUri())
          + DESK.setting("audiences", "desk-api")
          + LEDGER.setting("secret", LEDGER.secret)
          + LEDGER.setting("audiences", "desk-api")
          + PHONE.setting("redirect-uris", PHONE.redirectUri())
          + FORUM.setting("secret", FORUM.secret)
          + FORUM.setting("redirect-uris", FORUM.redirectUri())
          + FORUM.setting("sector", "talk.example")
          + CHAT.setting("secret", CHAT.secret)
          + CHAT.setting("redirect-uris", CHAT.redirectUri())
          + CHAT.setting("sector", "talk.example")
          + BANK.setting("secret", BANK.secret)
          + BANK.setting("redirect-uris", BANK.redirectUri())
          + BANK.setting("sector", "bank.example")
          + new Application(SIGNER, "").setting("jwks", Assertion.jwks());

  private String setting(String field, String value) {
    return " -Dsignet.clients.%s.%s=%s".formatted(id, field, value);
  }

  /** Where its codes go. */
  public String redirectUri() {
    return "https://%s.example/callback".formatted(id);
  }

  /** Sends a form to an endpoint and shows who it is. */
  public Answer post(String path, Map<String, String> form) {
    return Signet.send(posting(path, form));
  }

  /** The same, to be sent with further headers. */
  public HttpRequest.Builder posting(String path, Map<String, String> form) {
    Map<String, String> fields = new LinkedHashMap<>(form);
    HttpRequest.Builder request = Signet.request(path);
    if (secret.isEmpty()) {
      fields.put("client_id", id);
    } else {
      request.header("Authorization", basic());
    }
    return request
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(encoded(fields)));
  }

  /** RFC 6749 §2.3.1: both are encoded before they are joined. */
  private String basic() {
    String both = encoded(id) + ":" + encoded(secret);
    return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
  }

  /** What it is given for a login, with a scope. */
  public JsonObject tokens(Answer login, String scope) {
    return tokens(login, scope, Optional.empty());
  }

  /**
   * The same where it has asked for single claims.
   *
   * @param claims the parameter of that name
   */
  public JsonObject tokens(Answer login, String scope, Optional<String> claims) {
    String code = AuthorizationCodeRow.insert(Rows::change, this, login, scope, claims);
    Answer answer =
        post(
            "/oauth2/token",
            Map.of(
                "grant_type", "authorization_code", "code", code, "redirect_uri", redirectUri()));
    if (answer.status() != 200) {
      throw new AssertionError(answer.body());
    }
    return answer.json();
  }

  /** A code for a login, with a scope, that a server with a database of its own takes. */
  public String codeIn(OwnDatabase database, Answer login, String scope) {
    return AuthorizationCodeRow.insert(database::change, this, login, scope, Optional.empty());
  }

  /** An access token for a login, with a scope. */
  public String access(Answer login, String scope) {
    return tokens(login, scope).getString("access_token");
  }

  /** An access token for nobody but itself. */
  public String accessForItself() {
    return post("/oauth2/token", Map.of("grant_type", "client_credentials")).text("access_token");
  }

  private static String encoded(Map<String, String> form) {
    return form.entrySet().stream()
        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
