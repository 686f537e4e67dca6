package dev.signet.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AudienceTest {

  private static final String BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api",
        "/api/nothing",
        "//api/me",
        "oauth2/jwks",
        "/oauth2/token",
        "/oauth2/authorize/nothing",
        "/oauth2/authorizer",
        "/.well-known/x",
        "/health/live",
        "/assets/x",
        "/openapi.json"
      })
  void isAPrograms(String path) {
    assertThat(Audience.isPrograms(path)).isTrue();
    assertThat(Audience.isPersons(path, BROWSER)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "",
        "/login",
        "/account/password",
        "/nothing",
        "/apis",
        "login/api",
        "/oauth2/authorize",
        "oauth2/logout/",
        "/api/auth/end-session",
        "//oauth2/authorize"
      })
  void isAPersons(String path) {
    assertThat(Audience.isPrograms(path)).isFalse();
    assertThat(Audience.isPersons(path, BROWSER)).isTrue();
    assertThat(Audience.isPersons(path, null)).isTrue();
    assertThat(Audience.isPersons(path, "*/*")).isTrue();
  }

  @Test
  void isToldInJsonWhereItWantsNoPage() {
    assertThat(Audience.isPersons("/nothing", "application/json")).isFalse();
    assertThat(Audience.isPersons("/nothing", "image/png,image/*;q=0.5")).isFalse();
  }
}
