package dev.signet.simplejwt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.wire.Answer;
import dev.signet.wire.Person;
import dev.signet.wire.Rows;
import dev.signet.wire.Signet;
import dev.signet.wire.WireTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code POST /api/token/verify/}: the verdict of the place where a token belongs. */
@WireTest
class VerifyIT {

  @ParameterizedTest
  @ValueSource(strings = {"access", "refresh"})
  void takesAGoodToken(String type) {
    Answer verdict = verify(Person.stranger().signUp().text(type));

    assertThat(verdict.status()).isEqualTo(200);
    assertThat(verdict.body()).isEqualTo("{}");
  }

  @Test
  void changesNothing() {
    Answer login = Person.stranger().signUp();
    Answer second = Signet.refresh(login.refresh());
    Signet.refresh(second.refresh());

    Answer verdict = verify(login.refresh());

    assertThat(verdict.text("detail")).isEqualTo("Token is blacklisted");
    assertThat(Signet.refresh(second.refresh()).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"access", "refresh"})
  void refusesATokenOfASessionThatHasEnded(String type) {
    Answer login = Person.stranger().signUp();
    Signet.post("/api/token/blacklist/", Map.of("refresh", login.refresh()));

    Answer verdict = verify(login.text(type));

    assertThat(verdict.status()).isEqualTo(401);
    assertThat(verdict.body())
        .isEqualTo("{\"detail\":\"Token is blacklisted\",\"code\":\"token_not_valid\"}");
  }

  @Test
  void refusesTheRefreshTokenOfADisabledAccount() {
    Answer login = Person.stranger().signUp();
    String id = login.json().getJsonObject("user").getString("id");
    Rows.change("update account set state = 'DISABLED' where id = ?", UUID.fromString(id));

    assertThat(verify(login.refresh()).text("code")).isEqualTo("no_active_account");
  }

  @Test
  void refusesGarbage() {
    assertThat(verify("garbage").body())
        .isEqualTo("{\"detail\":\"Token is invalid\",\"code\":\"token_not_valid\"}");
  }

  @Test
  void asksForTheToken() {
    assertThat(Signet.postJson("/api/token/verify/", "{}").body())
        .isEqualTo("{\"token\":[\"This field is required.\"]}");
  }

  private static Answer verify(String token) {
    return Signet.post("/api/token/verify/", Map.of("token", token));
  }
}
