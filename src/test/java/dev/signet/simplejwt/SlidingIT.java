package dev.signet.simplejwt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.wire.Answer;
import dev.signet.wire.Person;
import dev.signet.wire.Refusals;
import dev.signet.wire.Rows;
import dev.signet.wire.Signet;
import dev.signet.wire.WireTest;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code POST /api/token/sliding/}; whom it refuses is in {@link ObtainIT}. Contract §2.3. */
@WireTest
class SlidingIT {

  private final Person kim = Person.stranger();

  @ParameterizedTest
  @ValueSource(strings = {"/api/token/sliding/", "/api/token/sliding"})
  void obtainsOneTokenForBoth(String path) {
    kim.signUp();

    Answer obtained = Signet.post(path, TokenApi.credentials(kim));

    TokenApi.assertOk(obtained, "\\{\"token\":\"" + TokenApi.JWT + "\"}");
    TokenApi.assertOk(TokenApi.verify(obtained.text("token")), "\\{}");
    assertThat(TokenApi.slide(obtained.text("token")).status()).isEqualTo(200);
  }

  @Test
  void isGoodForFiveMinutesAndCanBeRefreshedForADay() {
    UUID id = kim.signUp().accountId();
    long before = Instant.now().getEpochSecond();

    JsonObject claims = Signet.claims(TokenApi.sliding(kim));

    assertThat(claims.getString("token_type")).isEqualTo("sliding");
    assertThat(claims.getString("user_id")).isEqualTo(id.toString());
    assertThat(claims.getString("jti")).matches("[0-9a-f]{32}");
    assertThat((long) claims.getInt("iat")).isBetween(before, Instant.now().getEpochSecond());
    assertThat(claims.getInt("exp") - claims.getInt("iat")).isEqualTo(5 * 60);
    assertThat(claims.getInt("refresh_exp") - claims.getInt("iat")).isEqualTo(24 * 3600);
  }

  @Test
  void opensASessionOfItsOwnEachTime() {
    UUID id = kim.signUp().accountId();

    String one = TokenApi.sliding(kim);
    String other = TokenApi.sliding(kim);
    TokenApi.blacklist(one);

    assertThat(Rows.sessionsOf(id.toString())).isEqualTo(3);
    Refusals.assertNotValid(TokenApi.slide(one), "Token is blacklisted");
    assertThat(TokenApi.slide(other).status()).isEqualTo(200);
  }

  @Test
  void isNoBearerTokenByDefault() {
    kim.signUp();

    Refusals.assertNotValidAsBearer(
        Signet.get("/api/me", TokenApi.sliding(kim)), "Token has wrong type");
  }
}
