package dev.signet.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.util.URLUtils;
import java.net.URI;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An application that people log in to through Signet, as the settings of the wire tests know it.
 *
 * @param secret empty for one that can keep none
 * @param fields what else the settings say of it
 */
public record OAuthClient(
    String id, String secret, String redirectUri, Map<String, String> fields) {

  /** What its requests show of {@link #VERIFIER} (RFC 7636, Appendix B). */
  public static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

  public static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

  private static final String SCOPES = "openid,profile,email,offline_access,account,orders";

  /** People are asked before it gets anything. */
  public static final OAuthClient WEB =
      new OAuthClient(
          "web",
          "web-secret-web-secret-web-secret-1%+:",
          "https://web.example/callback?tenant=1",
          Map.of(
              "scopes", SCOPES,
              "name", "Webshop",
              "post-logout-redirect-uris", "https://web.example/bye"));

  /** People are not asked: the operator's own. */
  public static final OAuthClient TRUSTED =
      new OAuthClient(
          "trusted",
          "trusted-secret-trusted-secret-trusted-1",
          "https://trusted.example/callback",
          Map.of(
              "scopes", SCOPES,
              "consent", "false",
              "post-logout-redirect-uris", "https://trusted.example/bye"));

  /** Another of the operator's own, which need not bind its codes. */
  public static final OAuthClient OTHER =
      new OAuthClient(
          "other",
          "other-secret-other-secret-other-secret-1",
          "https://other.example/callback",
          Map.of("scopes", SCOPES, "consent", "false", "pkce", "false"));

  /** A script in a browser. */
  public static final OAuthClient SPA =
      new OAuthClient(
          "spa", "", "https://spa.example/callback", Map.of("scopes", SCOPES, "consent", "false"));

  /** A program on somebody's own machine. */
  public static final OAuthClient NATIVE =
      new OAuthClient(
          "native", "", "http://127.0.0.1/callback", Map.of("scopes", SCOPES, "consent", "false"));

  /** Another, whose operator does not vouch for whatever asks in its name. */
  public static final OAuthClient PROGRAM =
      new OAuthClient(
          "program", "", "http://127.0.0.1/callback", Map.of("scopes", SCOPES, "name", "Backup"));

  /** A machine that acts for nobody. */
  public static final OAuthClient MACHINE =
      new OAuthClient(
          "machine",
          "machine-secret-machine-secret-machine-1",
          "",
          Map.of("scopes", "orders,invoices", "audiences", "orders-api"));

  private static final List<OAuthClient> ALL =
      List.of(WEB, TRUSTED, OTHER, SPA, NATIVE, PROGRAM, MACHINE);

  /** As system properties of the server. */
  static String settings() {
    return ALL.stream().flatMap(OAuthClient::properties).collect(Collectors.joining(" "));
  }

  private Stream<String> properties() {
    Map<String, String> all = new HashMap<>(fields);
    all.put("secret", secret);
    all.put("redirect-uris", redirectUri);
    return all.entrySet().stream()
        .filter(field -> !field.getValue().isEmpty())
        .map(field -> "-Dsignet.clients." + id + "." + field.getKey() + "=" + field.getValue());
  }

  /** The parameters of a request for a code, which a test may change. */
  public Map<String, String> request() {
    Map<String, String> request = new HashMap<>();
    request.put("response_type", "code");
    request.put("client_id", id);
    request.put("redirect_uri", redirectUri);
    request.put("scope", "openid");
    request.put("state", "the state/of it");
    request.put("nonce", "n-0S6_WzA2Mj");
    request.put("code_challenge", CHALLENGE);
    request.put("code_challenge_method", "S256");
    return request;
  }

  /** The same with a parameter of another value. */
  public Map<String, String> requestWith(String parameter, String value) {
    Map<String, String> request = request();
    request.put(parameter, value);
    return request;
  }

  /** The path that a browser is sent to with a request. */
  public static String path(Map<String, String> request) {
    return "/oauth2/authorize?" + query(request);
  }

  public static String query(Map<String, String> parameters) {
    return URLUtils.serializeParameters(
        parameters.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> List.of(entry.getValue()))));
  }

  /** The parameters of an answer that sends a browser to the client. */
  public static Map<String, String> answered(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(303);
    return URLUtils.parseParameters(URI.create(answer.header("Location")).getRawQuery())
        .entrySet()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().get(0)));
  }

  /** A code for who is logged in with a browser. */
  public String code(CookieClient browser, String scope) {
    return answered(browser.get(path(requestWith("scope", scope)))).get("code");
  }

  /** The tokens of a code, as the client asks for them. */
  public Answer exchange(String code) {
    return token(exchanging(code));
  }

  /** What it sends for that, which a test may change. */
  public Map<String, String> exchanging(String code) {
    Map<String, String> form = new HashMap<>();
    form.put("grant_type", "authorization_code");
    form.put("code", code);
    form.put("redirect_uri", redirectUri);
    form.put("code_verifier", VERIFIER);
    return form;
  }

  public Answer refresh(String token) {
    return token(Map.of("grant_type", "refresh_token", "refresh_token", token));
  }

  /** What the token endpoint answers it. */
  public Answer token(Map<String, String> form) {
    return post("/oauth2/token", form);
  }

  /** What an endpoint answers it that it shows who it is. */
  public Answer post(String path, Map<String, String> form) {
    Map<String, String> all = new HashMap<>(form);
    if (secret.isEmpty()) {
      all.put("client_id", id);
    }
    return Signet.send(
        posting(path, query(all), secret.isEmpty() ? Optional.empty() : Optional.of(basic())));
  }

  /** RFC 6749 §2.3.1: both are encoded as in a form first. */
  public String basic() {
    String pair = encoded(id) + ":" + encoded(secret);
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
  }

  /** A form that shows who sends it in a header, or does not. */
  public static java.net.http.HttpRequest.Builder posting(
      String path, String form, Optional<String> authorization) {
    java.net.http.HttpRequest.Builder request =
        Signet.request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(java.net.http.HttpRequest.BodyPublishers.ofString(form));
    authorization.ifPresent(value -> request.header("Authorization", value));
    return request;
  }

  private static String encoded(String text) {
    return java.net.URLEncoder.encode(text, UTF_8);
  }

  /** A browser in which somebody is logged in. */
  public static CookieClient browserOf(Person person) {
    CookieClient browser = new CookieClient(Signet::request);
    Answer answer =
        browser.submit(
            "/login", Map.of("username", person.username(), "password", Signet.PASSWORD));
    assertThat(answer.status()).as(answer.body()).isEqualTo(303);
    return browser;
  }
}
