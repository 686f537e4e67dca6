package dev.signet.idtoken;

import static dev.signet.wire.Application.BANK;
import static dev.signet.wire.Application.CHAT;
import static dev.signet.wire.Application.FORUM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.wire.Answer;
import dev.signet.wire.Application;
import dev.signet.wire.Claims;
import dev.signet.wire.Person;
import dev.signet.wire.Signet;
import dev.signet.wire.WireTest;
import jakarta.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Clients that know people by names of their own (OpenID Connect Core 1.0 §8.1). */
@WireTest
class PairwiseIT {

  private final Person person = Person.stranger();
  private final Answer login = person.signUp();

  @Test
  void areToldOneNameEverywhere() {
    JsonObject tokens = FORUM.tokens(login, "openid");
    String access = tokens.getString("access_token");
    String subject = Claims.of(tokens.getString("id_token")).getString("sub");

    assertThat(subject).matches("[A-Za-z0-9_-]{22}");
    assertThat(Claims.of(access).getString("sub")).isEqualTo(subject);
    assertThat(Signet.get("/oauth2/userinfo", access).text("sub")).isEqualTo(subject);
    assertThat(FORUM.post("/oauth2/introspect", Map.of("token", access)).text("sub"))
        .isEqualTo(subject);
  }

  @Test
  void shareItInTheirSectorOnly() {
    assertThat(subject(FORUM, login))
        .isEqualTo(subject(CHAT, login))
        .isEqualTo(subject(FORUM, login));
    assertThat(subject(BANK, login)).isNotEqualTo(subject(FORUM, login));
    assertThat(subject(FORUM, Person.stranger().signUp())).isNotEqualTo(subject(FORUM, login));
  }

  /** T-14: no token says more, to whoever reads it. */
  @Test
  void areNotToldWhoItIs() {
    JsonObject tokens = FORUM.tokens(login, "openid");

    for (String kind : new String[] {"access_token", "id_token", "refresh_token"}) {
      assertThat(Claims.of(tokens.getString(kind)).toString())
          .as(kind)
          .doesNotContain(login.accountId().toString(), person.username(), person.email());
    }
    assertThat(Claims.of(tokens.getString("access_token")))
        .containsOnlyKeys(
            "token_type",
            "iss",
            "sub",
            "aud",
            "exp",
            "iat",
            "jti",
            "groups",
            "user_id",
            "sid",
            "auth_time",
            "account_version",
            "client_id",
            "scope",
            "sector");
  }

  @Test
  void areToldTheSameAfterARefresh() {
    JsonObject tokens = FORUM.tokens(login, "openid");

    Answer refreshed =
        FORUM.post(
            "/oauth2/token",
            Map.of(
                "grant_type", "refresh_token", "refresh_token", tokens.getString("refresh_token")));

    assertThat(Claims.of(refreshed.text("access_token")).getString("sub"))
        .isEqualTo(Claims.of(tokens.getString("access_token")).getString("sub"));
  }

  @Test
  void loseWhatTheyHaveWithTheLogin() {
    String access = FORUM.access(login, "openid");
    Signet.post("/api/auth/logout", Map.of("refresh", login.refresh()));

    assertThat(Signet.get("/oauth2/userinfo", access).status()).isEqualTo(401);
  }

  private static String subject(Application client, Answer login) {
    return Claims.of(client.access(login, "openid")).getString("sub");
  }
}
