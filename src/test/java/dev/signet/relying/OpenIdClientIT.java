package dev.signet.relying;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.browser.PlainBrowser;
import dev.signet.wire.Person;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** npm's openid-client, in a web application: {@code src/test/js/openid-client}. */
@Tag("startup")
@ExtendWith({NpmIsHere.class, RelyingParties.class})
class OpenIdClientIT {

  private static NodeApplication application;

  private final Federation federation;
  private final Person kim = Person.stranger();
  private final PlainBrowser browser;

  OpenIdClientIT(Federation federation) {
    this.federation = federation;
    this.browser = PlainBrowser.trusting(federation.certificate());
  }

  @BeforeAll
  static void start(Federation federation) {
    application = federation.startNode();
  }

  @AfterAll
  static void stop() {
    application.close();
  }

  @BeforeEach
  void logIn() {
    federation.signUp(kim);
    browser.open(federation.node("/login"));
    assertThat(browser.path()).isEqualTo("/signet/login");
    browser.logIn(kim);
  }

  @AfterEach
  void leave() {
    browser.close();
  }

  @Test
  void discoversTheProvider() {
    JsonObject provider = open("/provider");

    assertThat(provider.getString("issuer")).isEqualTo(federation.signet().uri("").toString());
  }

  @Test
  void redeemsTheCodeForTokensThatItBelieves() {
    assertThat(browser.path()).isEqualTo("/me");
    JsonObject claims = page().getJsonObject("claims");

    assertThat(claims.getString("aud")).isEqualTo("notes");
    assertThat(claims.getJsonNumber("auth_time")).isNotNull();
  }

  @Test
  void learnsWhoItIs() {
    JsonObject user = open("/userinfo");

    assertThat(user.getString("preferred_username")).isEqualTo(kim.username());
    assertThat(user.getString("email")).isEqualTo(kim.email());
    assertThat(user.getBoolean("email_verified")).isFalse();
  }

  @Test
  void getsTheNextTokens() {
    JsonObject next = open("/refresh");

    assertThat(next.getBoolean("rotated")).as(next.toString()).isTrue();
    assertThat(next.getBoolean("renewed")).isTrue();
    assertThat(open("/userinfo").getString("email")).isEqualTo(kim.email());
  }

  /** On the other server, by MicroProfile JWT: {@code com.example.reports}. */
  @Test
  void callsAnApiInTheNameOfItsUser() {
    JsonObject reports = open("/reports");

    assertThat(reports.getInt("status")).isEqualTo(200);
    assertThat(reports.getString("text")).isEqualTo("Reports for " + kim.username());
  }

  @Test
  void isToldWhatItsTokensAreGoodFor() {
    JsonObject tokens = open("/introspect");

    assertThat(tokens.getJsonObject("access").getBoolean("active")).isTrue();
    assertThat(tokens.getJsonObject("access").getString("client_id")).isEqualTo("notes");
    assertThat(tokens.getJsonObject("refresh").getBoolean("active")).isTrue();
  }

  @Test
  void givesItsTokensBack() {
    assertThat(open("/revoke").getBoolean("revoked")).isTrue();

    assertThat(open("/introspect").getJsonObject("refresh").getBoolean("active")).isFalse();
    assertThat(open("/refresh").getString("error")).isEqualTo("invalid_grant");
  }

  @Test
  void logsOutAtSignet() {
    JsonObject goodbye = open("/logout");

    assertThat(goodbye.getString("state")).isEqualTo("see you");
    assertThat(open("/refresh").getString("error")).isEqualTo("invalid_grant");
    browser.open(federation.signet().uri("/account"));
    assertThat(browser.path()).isEqualTo("/signet/login");
  }

  @Test
  void isToldWhenSomebodyWouldHaveToLogIn() {
    try (PlainBrowser stranger = PlainBrowser.trusting(federation.certificate())) {
      stranger.open(federation.node("/login?prompt=none"));

      assertThat(stranger.text()).contains("\"error\":\"login_required\"");
    }
  }

  private JsonObject open(String path) {
    browser.open(federation.node(path));
    return page();
  }

  private JsonObject page() {
    try (JsonReader reader = Json.createReader(new StringReader(browser.text()))) {
      return reader.readObject();
    }
  }
}
