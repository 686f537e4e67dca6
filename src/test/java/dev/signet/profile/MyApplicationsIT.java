package dev.signet.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.wire.Answer;
import dev.signet.wire.Claims;
import dev.signet.wire.ClientSessions;
import dev.signet.wire.CookieClient;
import dev.signet.wire.Person;
import dev.signet.wire.Rows;
import dev.signet.wire.Signet;
import dev.signet.wire.WireTest;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What one has allowed clients: {@code /api/me/applications}, and a section of the account. */
@WireTest
class MyApplicationsIT {

  private static final String APPLICATIONS = "/api/me/applications";

  private final Person kim = Person.stranger();
  private final CookieClient browser = new CookieClient(Signet::request);
  private UUID account;
  private String login;

  @BeforeEach
  void allowTwoClientsSomething() {
    browser.submit("/signup", kim.signupRequest());
    JsonObject claims = Claims.of(browser.cookie("access").orElseThrow());
    account = UUID.fromString(claims.getString("sub"));
    login = claims.getString("sid");
    ClientSessions.allow(account, "it shop", "account email openid print:all");
    ClientSessions.allow(account, "wiki", "openid");
  }

  @Test
  void listsWhatClientsMayDo() {
    Answer list = browser.get(APPLICATIONS);

    assertThat(list.status()).isEqualTo(200);
    assertThat(list.header("Cache-Control")).isEqualTo("no-store");
    assertThat(list.array().getValuesAs(JsonObject.class))
        .hasSize(2)
        .anySatisfy(
            one -> {
              assertThat(one.keySet()).containsExactly("client_id", "name", "scope", "granted_at");
              assertThat(one.getString("client_id")).isEqualTo("it shop");
              assertThat(one.getString("scope")).isEqualTo("account email openid print:all");
              assertThat(one.getString("granted_at")).endsWith("Z");
            });
  }

  @Test
  void thePageSaysItInSentences() {
    String page = browser.get("/account").body();

    assertThat(page)
        .contains("<h2 id=\"applications\">Applications</h2>", "<p>it shop</p>")
        .contains("see your e-mail address", "do what it calls print:all")
        .contains("aria-label=\"Revoke what wiki may do\"");
  }

  @Test
  void thePageOfWhoHasAllowedNothingSaysNothing() {
    Rows.change("delete from consent where account_id = ?", account);

    assertThat(browser.get("/account").body()).doesNotContain("Applications");
    assertThat(browser.get(APPLICATIONS).array()).isEmpty();
  }

  @Test
  void revokingEndsTheSessionsOfTheClientAlone() {
    String shop = ClientSessions.open(login, "it shop", "CLIENT");
    String offline = ClientSessions.open(login, "it shop", "OFFLINE");
    String wiki = ClientSessions.open(login, "wiki", "OFFLINE");

    assertThat(revoke("it shop").status()).isEqualTo(303);

    assertThat(ClientSessions.isAlive(shop)).isFalse();
    assertThat(ClientSessions.isAlive(offline)).isFalse();
    assertThat(ClientSessions.isAlive(wiki)).isTrue();
    assertThat(browser.get("/account").body()).contains("wiki").doesNotContain("it shop");
    assertThat(events()).isOne();
  }

  /** Nobody was asked about it, and it outlasts the login. */
  @Test
  void listsAndEndsWhatATrustedClientHasOffline() {
    String mine = ClientSessions.open(login, "trusted", "OFFLINE");
    ClientSessions.open(login, "other", "CLIENT");

    List<JsonObject> list = browser.get(APPLICATIONS).array().getValuesAs(JsonObject.class);

    assertThat(list)
        .extracting(one -> one.getString("client_id"))
        .containsExactlyInAnyOrder("it shop", "wiki", "trusted");
    assertThat(list)
        .filteredOn(one -> one.getString("client_id").equals("trusted"))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.keySet()).containsExactly("client_id", "name", "scope", "granted_at");
              assertThat(one.getString("scope")).isEqualTo("openid");
              assertThat(one.getString("granted_at")).endsWith("Z");
            });
    assertThat(browser.get("/account").body())
        .contains("aria-label=\"Revoke what trusted may do\"");

    assertThat(revoke("trusted").status()).isEqualTo(303);

    assertThat(ClientSessions.isAlive(mine)).isFalse();
    assertThat(browser.get(APPLICATIONS).array()).hasSize(2);
    assertThat(delete("/trusted", access()).status()).isEqualTo(404);
    assertThat(events()).isOne();
  }

  @Test
  void listsAClientOnceAndNoneWhoseSessionsHaveRunOut() {
    ClientSessions.open(login, "wiki", "OFFLINE");
    ClientSessions.open(login, "trusted", "OFFLINE");
    ClientSessions.open(login, "trusted", "OFFLINE");
    assertThat(browser.get(APPLICATIONS).array()).hasSize(3);

    Rows.change(
        "update session set idle_expires_at = ? where client_id = 'trusted' and account_id = ?",
        Instant.now().minusSeconds(1).atOffset(ZoneOffset.UTC),
        account);

    assertThat(browser.get(APPLICATIONS).array()).hasSize(2);
  }

  @Test
  void theApiRevokesTooAndOnce() {
    assertThat(delete("/it%20shop", access()).status()).isEqualTo(204);
    assertThat(delete("/it%20shop", access()).text("code")).isEqualTo("not_found");

    assertThat(browser.get(APPLICATIONS).array()).hasSize(1);
    assertThat(events()).isOne();
  }

  @Test
  void revokingTwiceIsNoMistakeOnThePage() {
    revoke("wiki");
    Answer again = revoke("wiki");

    assertThat(again.header("Location")).isEqualTo("/signet/account?done=application");
    assertThat(browser.get("/account?done=application").body())
        .contains("The application may do nothing any more");
    assertThat(events()).isOne();
  }

  @Test
  void nobodyRevokesWhatAnotherHasAllowed() {
    String other = Person.signedUp().login().access();

    assertThat(delete("/wiki", other).status()).isEqualTo(404);

    assertThat(browser.get(APPLICATIONS).array()).hasSize(2);
  }

  @Test
  void isNobodysBusinessWhoIsNotLoggedIn() {
    assertThat(Signet.get(APPLICATIONS).status()).isEqualTo(401);
    assertThat(Signet.get(APPLICATIONS).header("WWW-Authenticate")).startsWith("Bearer");
    assertThat(Signet.send(Signet.request(APPLICATIONS + "/wiki").DELETE()).status())
        .isEqualTo(401);
    assertThat(browser.submit("/account/applications", Map.of("client_id", "wiki")).status())
        .as("without proof")
        .isEqualTo(403);

    assertThat(browser.get(APPLICATIONS).array()).hasSize(2);
  }

  @Test
  void goesWithTheAccount() {
    Rows.change("delete from account where id = ?", account);

    assertThat(Rows.count("select count(*) from consent where account_id = ?", account)).isZero();
  }

  private Answer revoke(String client) {
    Map<String, String> form = new HashMap<>();
    form.put("client_id", client);
    form.put("csrf_token", browser.cookie("csrf").orElseThrow());
    return browser.submit("/account/applications", form);
  }

  private static Answer delete(String client, String token) {
    return Signet.send(
        Signet.request(APPLICATIONS + client).DELETE().header("Authorization", "Bearer " + token));
  }

  private String access() {
    return browser.cookie("access").orElseThrow();
  }

  private int events() {
    return Rows.count(
        "select count(*) from audit_event where kind = 'consent_revoked' and account_id = ?",
        account.toString());
  }
}
