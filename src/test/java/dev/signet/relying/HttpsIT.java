package dev.signet.relying;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.browser.PlainBrowser;
import dev.signet.wire.Answer;
import dev.signet.wire.Person;
import dev.signet.wire.ServerProcess;
import java.net.URI;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Signet behind a server's own https listener, as {@code docs/https.md} tells operators. */
@Tag("startup")
@ExtendWith(RelyingParties.class)
class HttpsIT {

  private final Federation federation;
  private final ServerProcess signet;

  HttpsIT(Federation federation) {
    this.federation = federation;
    this.signet = federation.signet();
  }

  @Test
  void logsInByThePagesWithCookiesThatNeedTls() {
    Person kim = Person.stranger();
    federation.signUp(kim);

    try (PlainBrowser browser = PlainBrowser.trusting(federation.certificate())) {
      assertThat(browser.open(signet.uri("/account"))).isEqualTo(200);
      assertThat(browser.path()).isEqualTo("/signet/login");
      assertThat(browser.logIn(kim)).isEqualTo(200);

      assertThat(browser.path()).isEqualTo("/signet/account");
      assertThat(browser.text()).contains(kim.username());
      assertThat(browser.header("Strict-Transport-Security")).isEqualTo("max-age=31536000");
      assertThat(browser.secureCookies())
          .contains("__Host-access", "__Secure-refresh", "__Host-csrf");
    }
  }

  @Test
  void publishesItsKeysToWhoeverTrustsTheCertificate() {
    Answer keys = signet.send(signet.request("/oauth2/jwks"));

    assertThat(keys.status()).isEqualTo(200);
    assertThat(keys.json().getJsonArray("keys")).isNotEmpty();
  }

  @Test
  void isTheIssuerByThatAddress() {
    Answer signup = signet.post("/api/auth/signup", Person.stranger().signupRequest());

    URI issuer =
        URI.create(
            signet.get("/api/me", signup.access()).json().getJsonObject("token").getString("iss"));
    assertThat(issuer).isEqualTo(signet.uri(""));
  }
}
