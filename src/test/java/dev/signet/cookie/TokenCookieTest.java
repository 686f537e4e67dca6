package dev.signet.cookie;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TokenCookieTest {

  private static final CookieSettings OVER_TLS =
      CookieSettingsTest.settings("cookie", "cookie", "https://auth.example.org/signet");
  private static final CookieSettings ON_LOCALHOST =
      CookieSettingsTest.settings("cookie", "cookie", "http://localhost:8080/signet");
  private static final Duration LIFETIME = Duration.ofMinutes(5);

  @Test
  void theAccessTokenGoesToTheHostThatSetItAndNoOther() {
    assertThat(TokenCookie.ACCESS.set(OVER_TLS, "t", LIFETIME))
        .isEqualTo("__Host-access=t; Path=/; Max-Age=300; HttpOnly; SameSite=Lax; Secure");
  }

  @Test
  void theRefreshTokenGoesToWhereTokensAreGivenOnly() {
    assertThat(TokenCookie.REFRESH.set(OVER_TLS, "t", LIFETIME))
        .isEqualTo(
            "__Secure-refresh=t; Path=/signet/api/auth; Max-Age=300; HttpOnly; SameSite=Strict;"
                + " Secure");
  }

  @Test
  void scriptsMayReadTheProof() {
    assertThat(TokenCookie.CSRF.set(OVER_TLS, "t", LIFETIME))
        .isEqualTo("__Host-csrf=t; Path=/; Max-Age=300; SameSite=Lax; Secure");
  }

  @Test
  void onTheMachineOfADeveloperNamesArePlain() {
    assertThat(TokenCookie.ACCESS.set(ON_LOCALHOST, "t", LIFETIME))
        .isEqualTo("access=t; Path=/; Max-Age=300; HttpOnly; SameSite=Lax");
    assertThat(TokenCookie.REFRESH.set(ON_LOCALHOST, "t", LIFETIME))
        .isEqualTo("refresh=t; Path=/signet/api/auth; Max-Age=300; HttpOnly; SameSite=Strict");
  }

  @Test
  void oneIsRemovedByTheAttributesItWasSetWith() {
    assertThat(TokenCookie.REFRESH.set(OVER_TLS, "", Duration.ZERO))
        .isEqualTo(
            "__Secure-refresh=; Path=/signet/api/auth; Max-Age=0; HttpOnly; SameSite=Strict;"
                + " Secure");
  }
}
