package dev.signet.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.wire.Answer;
import dev.signet.wire.Person;
import dev.signet.wire.Refusals;
import dev.signet.wire.Rows;
import dev.signet.wire.Signet;
import dev.signet.wire.WireTest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Protected resources: {@code GET /api/me} and {@code GET /api/admin/ping}. */
@WireTest
class BearerIT {

  private static final String ME = "/api/me";
  private static final String PING = "/api/admin/ping";
  private static final int MEGABYTE = 1_000_000;

  @Test
  void showsTheAccountAndTheClaimsOfTheToken() {
    Person kim = Person.stranger();
    Answer login = kim.signUp();

    Answer me = Signet.get(ME, login.access());

    assertThat(me.status()).isEqualTo(200);
    assertThat(me.json().keySet()).containsExactly("user", "token");
    assertThat(me.json().getJsonObject("user")).isEqualTo(login.json().getJsonObject("user"));
    assertThat(me.json().getJsonObject("token").keySet())
        .containsExactlyInAnyOrder(
            "token_type",
            "iss",
            "sub",
            "aud",
            "exp",
            "iat",
            "jti",
            "upn",
            "groups",
            "user_id",
            "sid",
            "auth_time",
            "account_version",
            "is_admin");
    assertThat(me.json().getJsonObject("token").getString("upn")).isEqualTo(kim.username());
  }

  @ParameterizedTest
  @ValueSource(strings = {ME, PING})
  void asksNobodyForAToken(String path) {
    assertNoToken(Signet.get(path));
  }

  @Test
  void forbidsWhatNeedsAnotherRole() {
    Answer refused = Signet.get(PING, Person.stranger().signUp().access());

    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.header("WWW-Authenticate"))
        .isEqualTo(
            "Bearer realm=\"api\", error=\"insufficient_scope\","
                + " error_description=\"You do not have permission to perform this action.\"");
    assertThat(refused.header("Cache-Control")).isEqualTo("no-store");
    assertThat(refused.header("Vary")).isEqualTo("Accept, Accept-Language");
    assertThat(refused.body())
        .isEqualTo(
            "{\"detail\":\"You do not have permission to perform this action.\","
                + "\"code\":\"permission_denied\"}");
  }

  @Test
  void letsAnAdministratorIn() {
    Person kim = Person.stranger();
    Rows.change("update account set roles = 'admin user' where id = ?", kim.signUp().accountId());

    Answer ping = Signet.get(PING, kim.login().access());

    assertThat(ping.status()).isEqualTo(200);
    assertThat(ping.body()).isEqualTo("{\"admin\":true}");
  }

  @ParameterizedTest
  @ValueSource(ints = {7_000, 9_000, 100_000, MEGABYTE})
  void refusesATokenOfAnyLength(int length) {
    Answer refused = Signet.get(ME, "x".repeat(length));

    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.text("code")).isEqualTo("token_not_valid");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/health/live", "/.well-known/jwks.json"})
  void ignoresATokenOfOneMegabyteWherePublic(String path) {
    assertThat(Signet.get(path, "x".repeat(MEGABYTE)).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bearer ", "BEARER ", "Bearer   "})
  void takesTheSchemeInAnyCase(String scheme) {
    String token = Person.stranger().signUp().access();

    assertThat(withHeader(scheme + token).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer", "Bearer one two", "bearer  one\ttwo "})
  void refusesAHeaderThatIsNoSchemeAndToken(String header) {
    assertBadHeader(withHeader(header));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Basic a2ltOmtpbQ==", "Token x", ""})
  void takesAnotherSchemeForNoToken(String header) {
    assertNoToken(withHeader(header));
  }

  @Test
  void refusesTwoHeaders() {
    String token = Person.stranger().signUp().access();

    Answer refused =
        Signet.send(
            Signet.request(ME)
                .header("Authorization", "Bearer " + token)
                .header("Authorization", "Bearer " + token));

    assertBadHeader(refused);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en_US", "ko_KR", ";", "en;q=", "x-y-z-1-2-3-4-5-6-7-8-9"})
  void refusesInSomeLanguageWhateverIsAskedFor(String language) {
    Answer refused = Signet.send(Signet.request(ME).header("Accept-Language", language));

    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.text("code")).isEqualTo("not_authenticated");
  }

  @ParameterizedTest
  @ValueSource(strings = {ME, "/api/auth/login", "/oauth2/jwks"})
  void tellsAnybodyWhichMethodsThereAre(String path) {
    Answer options = Signet.send(Signet.request(path).method("OPTIONS", BodyPublishers.noBody()));

    assertThat(options.status()).isIn(200, 204);
    assertThat(options.header("Allow")).contains("OPTIONS");
  }

  @Test
  void showsNothingOfTheWarItself() {
    Answer hidden = Signet.get("/WEB-INF/web.xml");

    assertThat(hidden.status()).isEqualTo(404);
    assertThat(hidden.body()).doesNotContain("web-app");
  }

  @Test
  void saysThatAnAccountIsDisabled() {
    Answer login = Person.stranger().signUp();
    Rows.change("update account set state = 'DISABLED' where id = ?", login.accountId());

    Refusals.assertRefused(Signet.get(ME, login.access()), "User is inactive", "user_inactive");
  }

  @Test
  void speaksKorean() {
    Answer refused =
        Signet.send(
            Signet.request(ME)
                .header("Accept-Language", "ko-KR, en;q=0.5")
                .header("Authorization", "Bearer garbage"));

    assertThat(refused.body())
        .isEqualTo(
            "{\"detail\":\"이 토큰은 모든 타입의 토큰에 대해 유효하지 않습니다\","
                + "\"code\":\"token_not_valid\",\"messages\":[{\"token_class\":\"AccessToken\","
                + "\"token_type\":\"access\",\"message\":\"유효하지 않은 토큰\"}]}");
    assertThat(refused.header("WWW-Authenticate")).contains("Token is invalid");
  }

  @Test
  void readsNoTokenFromTheQueryOrACookieOfAnotherName() {
    String token = Person.stranger().signUp().access();

    assertNoToken(Signet.get(ME + "?access_token=" + token + "&access=" + token));
    assertNoToken(
        Signet.send(
            Signet.request(ME)
                .header("Cookie", "access_token=" + token + "; __Host-access=" + token)));
  }

  @Test
  void saysThatAnAccountIsGone() {
    Answer login = Person.stranger().signUp();
    Rows.change("delete from account where id = ?", login.accountId());

    Refusals.assertRefused(Signet.get(ME, login.access()), "User not found", "user_not_found");
  }

  private static void assertNoToken(Answer answer) {
    Refusals.assertUnauthenticated(
        answer, "Authentication credentials were not provided.", "not_authenticated");
  }

  private static void assertBadHeader(Answer answer) {
    Refusals.assertRefused(
        answer,
        "Authorization header must contain two space-delimited values",
        "bad_authorization_header");
  }

  private static Answer withHeader(String authorization) {
    return Signet.send(Signet.request(ME).header("Authorization", authorization));
  }
}
