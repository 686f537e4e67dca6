package dev.signet.logout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.wire.Answer;
import dev.signet.wire.Claims;
import dev.signet.wire.ClientSessions;
import dev.signet.wire.CookieClient;
import dev.signet.wire.Eventually;
import dev.signet.wire.OAuthClient;
import dev.signet.wire.OwnDatabase;
import dev.signet.wire.Person;
import dev.signet.wire.ServerProcess;
import dev.signet.wire.Signet;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients are told that a browser's login has ended, however it has, and be it later. */
@Tag("startup")
class BackChannelLogoutIT {

  private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";
  private static final String CHOSEN = "quite-another find-me-in-a-log";

  private static OwnDatabase database;
  private static RelyingParty shop;
  private static RelyingParty wiki;
  private static ServerProcess server;

  private final Person kim = Person.stranger();
  private final CookieClient browser = new CookieClient(path -> server.request(path));
  private JsonObject claims;

  @BeforeAll
  static void start() {
    database = OwnDatabase.created("back-channel");
    shop = new RelyingParty();
    wiki = new RelyingParty();
    server = serving();
  }

  private static ServerProcess serving() {
    Map<String, String> environment = new HashMap<>();
    environment.put("SIGNET_LOGOUT_POLL_INTERVAL", "PT0.1S");
    environment.put("SIGNET_LOGOUT_RETRY_FIRST", "PT1S");
    environment.put("SIGNET_LOGOUT_RETRY_LONGEST", "PT1S");
    environment.put("SIGNET_LOGOUT_TIMEOUT", "PT5S");
    environment.put("SIGNET_CLIENTS_SHOP_REDIRECT_URIS", "https://shop.example/cb");
    environment.put("SIGNET_CLIENTS_SHOP_BACKCHANNEL_LOGOUT_URI", shop.uri().toString());
    environment.put("SIGNET_CLIENTS_WIKI_REDIRECT_URIS", "https://wiki.example/cb");
    environment.put("SIGNET_CLIENTS_WIKI_BACKCHANNEL_LOGOUT_URI", wiki.uri().toString());
    environment.put("SIGNET_CLIENTS_WIKI_SECTOR", "wiki.example");
    environment.put("SIGNET_CLIENTS_SHOP_CONSENT", "false");
    environment.put("SIGNET_CLIENTS_WIKI_CONSENT", "false");
    environment.put("SIGNET_CLIENTS_QUIET_REDIRECT_URIS", "https://quiet.example/cb");
    return ServerProcess.start(
            ServerProcess.folder("back-channel"),
            ServerProcess.war(),
            database.environment(environment))
        .awaitReady();
  }

  @AfterAll
  static void stop() {
    server.close();
    shop.close();
    wiki.close();
    database.close();
  }

  @BeforeEach
  void logIn() {
    for (RelyingParty client : List.of(shop, wiki)) {
      client.tokens().clear();
      client.answer(200);
    }
    assertThat(browser.submit("/signup", kim.signupRequest()).status()).isEqualTo(303);
    claims = Claims.of(access());
  }

  @Test
  void aLogoutTokenIsAsTheSpecificationSays() throws Exception {
    use("shop", "CLIENT");
    use("quiet", "CLIENT");

    post("/logout", Map.of());

    String token = await(shop).get(0);
    JsonObject keys = server.send(server.request("/oauth2/jwks")).json();
    assertThat(SignedToken.header(token)).contains("\"typ\":\"logout+jwt\"", "\"alg\":\"RS256\"");
    JsonObject claims = Claims.of(token);
    assertThat(claims.keySet())
        .containsExactlyInAnyOrder("iss", "sub", "aud", "iat", "exp", "jti", "events", "sid");
    assertThat(claims.getString("iss")).isEqualTo("http://localhost:8080/signet");
    assertThat(claims.getString("sub")).isEqualTo(this.claims.getString("sub"));
    assertThat(claims.getString("aud")).isEqualTo("shop");
    assertThat(claims.getInt("exp") - claims.getInt("iat")).isBetween(1, 120);
    assertThat(claims.getJsonObject("events").getJsonObject(EVENT)).isEmpty();
    assertThat(claims.getString("sid")).isNotEqualTo(login());
    assertThat(SignedToken.isBy(keys, token)).isTrue();
    assertThat(server.get("/api/me", token).status()).as("as a bearer token").isEqualTo(401);
    awaitSilence();
  }

  /** L-4, L-7: also where each client knows him by another name. */
  @Test
  void aLogoutTokenNamesHimAndTheLoginAsTheIdTokenDid() {
    Map<RelyingParty, JsonObject> known =
        Map.of(shop, Claims.of(idToken("shop")), wiki, Claims.of(idToken("wiki")));
    assertThat(known.values()).extracting(it -> it.getString("sub")).doesNotHaveDuplicates();

    post("/logout", Map.of());

    known.forEach(
        (client, idToken) ->
            assertThat(Claims.of(await(client).get(0)))
                .containsEntry("sub", idToken.get("sub"))
                .containsEntry("sid", idToken.get("sid")));
    awaitSilence();
  }

  private String idToken(String id) {
    OAuthClient client = new OAuthClient(id, "", "https://%s.example/cb".formatted(id), Map.of());
    Answer redirect = browser.get(OAuthClient.path(client.request()));
    Map<String, String> form = client.exchanging(OAuthClient.answered(redirect).get("code"));
    form.put("client_id", id);
    return server
        .send(
            server
                .request("/oauth2/token")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(OAuthClient.query(form))))
        .text("id_token");
  }

  /** Each of them ends the session of the browser, and what hangs on it. */
  @ParameterizedTest
  @ValueSource(strings = {"/logout", "other", "others", "all", "password", "login"})
  void everyEndOfALoginIsTold(String way) {
    use("shop", "CLIENT");
    use("shop", "OFFLINE");
    use("wiki", "OFFLINE");

    end(way);

    List<String> tokens = await(shop);
    String other = await(wiki).get(0);
    awaitSilence();
    assertThat(tokens).hasSize(1);
    assertThat(wiki.tokens()).hasSize(1);
    assertThat(Claims.of(other).getString("sid"))
        .as("what no two clients can compare")
        .isNotEqualTo(Claims.of(tokens.get(0)).getString("sid"));
  }

  private void end(String way) {
    String elsewhere = kimElsewhere();
    switch (way) {
      case "/logout" -> post("/logout", Map.of());
      case "other" -> delete("/api/me/sessions/" + login(), elsewhere);
      case "others" -> delete("/api/me/sessions", elsewhere);
      case "all" -> delete("/api/me/sessions?all=true", elsewhere);
      case "password" ->
          server.send(
              server
                  .request("/api/auth/password/change")
                  .header("Authorization", "Bearer " + elsewhere)
                  .header("Content-Type", "application/json")
                  .POST(
                      BodyPublishers.ofString(
                          "{\"current_password\":\"%s\",\"new_password\":\"%s\"}"
                              .formatted(Signet.PASSWORD, CHOSEN))));
      case "login" -> logInAgain();
      default -> throw new IllegalArgumentException(way);
    }
  }

  @Test
  void aLoginThatGoesOnIsNotToldOf() {
    use("shop", "CLIENT");

    delete("/api/me/sessions", access());
    Map<String, String> form = new HashMap<>();
    form.put("session", login());
    logInAgain(form);

    assertThat(database.count("select count(*) from logout_notice")).isZero();
    assertThat(shop.tokens()).isEmpty();
  }

  @Test
  void aClientThatFailsIsToldAgainAndHoldsUpNoOther() {
    use("shop", "CLIENT");
    use("wiki", "CLIENT");
    wiki.answer(503);

    post("/logout", Map.of());

    await(shop);
    Eventually.get(this::attempts, attempts -> attempts >= 2);
    wiki.answer(204);
    String jti = Claims.of(await(wiki).get(0)).getString("jti");
    awaitSilence();
    assertThat(wiki.tokens()).hasSize(1);
    assertThat(jti).matches("[A-Za-z0-9_-]{22}");
  }

  @Test
  void aClientThatRefusesATokenIsNotToldAgain() {
    use("wiki", "CLIENT");
    wiki.answer(400);

    post("/logout", Map.of());

    awaitSilence();
    server.awaitLog("Client wiki refuses a logout token");
  }

  @Test
  void aClientThatIsAwayIsToldOnceThoughTheNodeDiesMeanwhile() {
    use("wiki", "CLIENT");
    wiki.goAway();
    post("/logout", Map.of());
    Eventually.get(this::attempts, attempts -> attempts >= 1);
    server.expectQuietLog();

    server.close();
    wiki.comeBack();
    server = serving();

    await(wiki);
    awaitSilence();
    assertThat(wiki.tokens()).hasSize(1);
  }

  private void use(String client, String kind) {
    ClientSessions.open(database, login(), client, kind);
  }

  private int attempts() {
    return database.count("select coalesce(max(attempts), 0) from logout_notice");
  }

  private static List<String> await(RelyingParty client) {
    return Eventually.get(client::tokens, tokens -> !tokens.isEmpty());
  }

  private static void awaitSilence() {
    Eventually.get(() -> database.count("select count(*) from logout_notice"), n -> n == 0);
  }

  private void logInAgain() {
    logInAgain(new HashMap<>());
  }

  private void logInAgain(Map<String, String> form) {
    form.put("username", kim.username());
    form.put("password", Signet.PASSWORD);
    assertThat(browser.submit("/login", form).status()).isEqualTo(303);
  }

  private String kimElsewhere() {
    return server
        .post("/api/auth/login", Map.of("username", kim.username(), "password", Signet.PASSWORD))
        .access();
  }

  private void post(String path, Map<String, String> fields) {
    Map<String, String> form = new HashMap<>(fields);
    form.put("csrf_token", browser.cookie("csrf").orElseThrow());
    assertThat(browser.submit(path, form).status()).isIn(200, 303);
  }

  private String access() {
    return browser.cookie("access").orElseThrow();
  }

  private String login() {
    return claims.getString("sid");
  }

  private static void delete(String path, String token) {
    Answer answer =
        server.send(server.request(path).DELETE().header("Authorization", "Bearer " + token));
    assertThat(answer.status()).isEqualTo(204);
  }
}
