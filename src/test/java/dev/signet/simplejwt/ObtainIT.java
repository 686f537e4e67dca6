package dev.signet.simplejwt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.wire.Answer;
import dev.signet.wire.Person;
import dev.signet.wire.Signet;
import dev.signet.wire.WireTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code POST /api/token/} and {@code /api/token/refresh/} as Simple JWT's clients know them. */
@WireTest
class TokenIT {

  @ParameterizedTest
  @ValueSource(strings = {"/api/token/", "/api/token"})
  void obtainsThePairInItsOrder(String path) {
    Person kim = Person.signedUp();

    Answer pair =
        Signet.post(path, Map.of("username", kim.username(), "password", Signet.PASSWORD));

    assertThat(pair.status()).isEqualTo(200);
    assertThat(pair.json().keySet()).containsExactly("refresh", "access");
    assertThat(Signet.get("/api/me", pair.access()).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/token/refresh/", "/api/token/refresh"})
  void refreshesTheAccessTokenAndLeavesTheRefreshTokenAsItIs(String path) {
    Answer login = Person.stranger().signUp();

    for (int i = 0; i < 3; i++) {
      Answer refreshed = Signet.post(path, Map.of("refresh", login.refresh()));

      assertThat(refreshed.status()).isEqualTo(200);
      assertThat(refreshed.json().keySet()).containsExactly("access");
      assertThat(Signet.get("/api/me", refreshed.access()).status()).isEqualTo(200);
    }
  }

  @Test
  void refusesWrongCredentials() {
    Answer refused =
        Signet.post("/api/token/", Map.of("username", "nobody", "password", "nothing"));

    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"api\"");
    assertThat(refused.text("detail"))
        .isEqualTo("No active account found with the given credentials");
  }

  @Test
  void asksForAllThatIsMissing() {
    assertThat(Signet.postJson("/api/token/", "{}").body())
        .isEqualTo(
            "{\"username\":[\"This field is required.\"],"
                + "\"password\":[\"This field is required.\"]}");
    assertThat(Signet.postJson("/api/token/refresh/", "{}").body())
        .isEqualTo("{\"refresh\":[\"This field is required.\"]}");
  }

  @Test
  void refusesAnAccessTokenAsARefreshToken() {
    Answer login = Person.stranger().signUp();

    assertThat(Signet.post("/api/token/refresh/", Map.of("refresh", login.access())).body())
        .isEqualTo("{\"detail\":\"Token has wrong type\",\"code\":\"token_not_valid\"}");
  }
}
