package dev.signet.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.wire.Answer;
import dev.signet.wire.Application;
import dev.signet.wire.OAuthClient;
import dev.signet.wire.OwnDatabase;
import dev.signet.wire.Person;
import dev.signet.wire.ServerProcess;
import dev.signet.wire.WireTest;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What clients have of an account, on a server that allows each of them two sessions. */
@WireTest
class ClientSessionsIT {

  private static final Application SHOP = new Application("shop", "");
  private static final Application WIKI = new Application("wiki", "");
  private static final int MOST = 2;

  private static OwnDatabase database;
  private static ServerProcess server;

  private Answer login;

  @BeforeAll
  static void start() {
    String run = "client-sessions-" + System.getProperty("it.database");
    database = OwnDatabase.created(run);
    Map<String, String> environment = new HashMap<>();
    environment.put("SIGNET_SESSION_MAX_PER_ACCOUNT", Integer.toString(MOST));
    environment.put("SIGNET_LOGIN_UPDATE_LAST_LOGIN", "true");
    for (Application client : List.of(SHOP, WIKI)) {
      String prefix = "SIGNET_CLIENTS_" + client.id().toUpperCase(Locale.ROOT);
      environment.put(prefix + "_REDIRECT_URIS", client.redirectUri());
      environment.put(prefix + "_SCOPES", "openid,offline_access");
    }
    server =
        ServerProcess.start(
                ServerProcess.folder(run), ServerProcess.war(), database.environment(environment))
            .awaitReady();
  }

  @AfterAll
  static void stop() {
    server.close();
    database.close();
  }

  @BeforeEach
  void signUp() {
    login = server.post("/api/auth/signup", Person.stranger().signupRequest());
    assertThat(login.status()).as(login.body()).isEqualTo(201);
  }

  @Test
  void oneTooManyOfAClientEndsTheOneLongestUnusedAndNoOther() {
    String wiki = refreshTokenOf(WIKI, "openid");
    String first = refreshTokenOf(SHOP, "openid offline_access");
    String second = refreshTokenOf(SHOP, "openid");

    String third = refreshTokenOf(SHOP, "openid offline_access");

    assertThat(refresh(SHOP, first).text("error")).isEqualTo("invalid_grant");
    assertThat(refresh(SHOP, second).status()).isEqualTo(200);
    assertThat(refresh(SHOP, third).status()).isEqualTo(200);
    assertThat(refresh(WIKI, wiki).status()).isEqualTo(200);
    assertThat(server.get("/api/me", login.access()).status()).isEqualTo(200);
    assertThat(
            database.rows(
                "select details from audit_event where kind = 'session_revoked' and account_id = '"
                    + login.accountId()
                    + "'"))
        .singleElement()
        .satisfies(
            event -> assertThat(event).containsEntry("details", "{\"because\":\"session_limit\"}"));
  }

  /** The person has not logged in once more. */
  @Test
  void whatAClientIsGivenIsNoLogin() {
    String before = me().getString("last_login");

    refreshTokenOf(SHOP, "openid");

    assertThat(me().getString("last_login")).isEqualTo(before);
  }

  /** The endpoint reads the token itself: no other check has its say before. */
  @Test
  void theLogKnowsOfNoRefusalOfATokenThatUserInfoTakes() {
    String token = exchange(SHOP, SHOP.codeIn(database, login, "openid")).text("access_token");
    String before = server.log();

    assertThat(server.get("/oauth2/userinfo", token).status()).isEqualTo(200);
    assertThat(server.get("/api/me", token).status()).isEqualTo(403);

    server.awaitLog("Bearer token refused: INSUFFICIENT_SCOPE");
    assertThat(server.log().substring(before.length())).containsOnlyOnce("Bearer token refused");
  }

  @Test
  void theLogSaysWhichTokenUserInfoHasRefusedAndWhy() {
    Answer tokens = exchange(SHOP, SHOP.codeIn(database, login, "openid"));
    post("/oauth2/revoke", Map.of("client_id", SHOP.id(), "token", tokens.text("refresh_token")));

    assertThat(server.get("/oauth2/userinfo", tokens.text("access_token")).status()).isEqualTo(401);
    assertThat(server.get("/oauth2/userinfo", login.access()).status()).isEqualTo(403);

    server.awaitLog("Bearer token refused at UserInfo: TOKEN_BLACKLISTED");
    server.awaitLog("refused at UserInfo: insufficient_scope: The token is no client's., from ");
  }

  /** By its id and the reason, and nothing that it has shown. */
  @Test
  void theLogSaysWhichClientWasRefusedAndWhy() {
    String code = SHOP.codeIn(database, login, "openid");
    exchange(SHOP, code);

    assertThat(exchange(SHOP, code).text("error")).isEqualTo("invalid_grant");
    assertThat(refresh(WIKI, "nonsense").text("error")).isEqualTo("invalid_grant");
    server.send(
        server.request("/oauth2/authorize?client_id=shop&redirect_uri=" + SHOP.redirectUri()));
    post("/oauth2/revoke", Map.of("client_id", SHOP.id()));
    post("/oauth2/introspect", Map.of("client_id", WIKI.id(), "token", "x"));
    post("/oauth2/token", Map.of("client_id", SHOP.id(), "client_secret", "wrong-and-secret"));

    List.of(
            "Client shop refused at the token endpoint: invalid_grant: The code was used before, or"
                + " has ended.",
            "Client wiki refused at the token endpoint: invalid_grant: The refresh_token is good"
                + " no more.",
            "Client shop refused at the authorization endpoint: ",
            "Client shop refused at the revocation endpoint: invalid_request: token is missing.",
            "Client wiki refused at the introspection endpoint: invalid_client: ",
            "Client shop has not shown that it is that",
            "{\"event\":\"authorization_code_reused\"")
        .forEach(server::awaitLog);
    assertThat(server.log()).doesNotContain(code, "nonsense", "wrong-and-secret");
  }

  private String refreshTokenOf(Application client, String scope) {
    Answer answer = exchange(client, client.codeIn(database, login, scope));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.text("refresh_token");
  }

  private JsonObject me() {
    return server.get("/api/me", login.access()).json().getJsonObject("user");
  }

  private static Answer exchange(Application client, String code) {
    return post(
        "/oauth2/token",
        Map.of(
            "grant_type",
            "authorization_code",
            "client_id",
            client.id(),
            "code",
            code,
            "redirect_uri",
            client.redirectUri()));
  }

  private static Answer refresh(Application client, String token) {
    return post(
        "/oauth2/token",
        Map.of("grant_type", "refresh_token", "client_id", client.id(), "refresh_token", token));
  }

  private static Answer post(String path, Map<String, String> form) {
    return server.send(
        server
            .request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(OAuthClient.query(form))));
  }
}
