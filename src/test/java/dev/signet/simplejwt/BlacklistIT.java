package dev.signet.simplejwt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.wire.Answer;
import dev.signet.wire.Person;
import dev.signet.wire.Signet;
import dev.signet.wire.WireTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code POST /api/token/blacklist/}. */
@WireTest
class BlacklistIT {

  @Test
  void endsTheSessionAndItsAccessTokens() {
    Answer login = Person.stranger().signUp();

    Answer blacklisted = blacklist(login.refresh());

    assertThat(blacklisted.status()).isEqualTo(200);
    assertThat(blacklisted.body()).isEqualTo("{}");
    assertThat(Signet.refresh(login.refresh()).status()).isEqualTo(401);
    assertThat(Signet.get("/api/me", login.access()).status()).isEqualTo(401);
  }

  @Test
  void refusesTheSecondTime() {
    Answer login = Person.stranger().signUp();
    blacklist(login.refresh());

    assertThat(blacklist(login.refresh()).body())
        .isEqualTo("{\"detail\":\"Token is blacklisted\",\"code\":\"token_not_valid\"}");
  }

  @Test
  void refusesAnAccessToken() {
    assertThat(blacklist(Person.stranger().signUp().access()).body())
        .isEqualTo("{\"detail\":\"Token has wrong type\",\"code\":\"token_not_valid\"}");
  }

  @Test
  void asksForTheToken() {
    assertThat(Signet.postJson("/api/token/blacklist/", "{}").body())
        .isEqualTo("{\"refresh\":[\"This field is required.\"]}");
  }

  private static Answer blacklist(String token) {
    return Signet.post("/api/token/blacklist/", Map.of("refresh", token));
  }
}
