package dev.signet.simplejwt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.wire.Answer;
import dev.signet.wire.Person;
import dev.signet.wire.Rows;
import dev.signet.wire.Signet;
import java.util.Map;
import java.util.UUID;

/** The Simple JWT API as one of its clients calls it, by Django's URLs. */
final class TokenApi {

  static final String OBTAIN = "/api/token/";
  static final String REFRESH = "/api/token/refresh/";
  static final String VERIFY = "/api/token/verify/";
  static final String BLACKLIST = "/api/token/blacklist/";
  static final String SLIDING = "/api/token/sliding/";
  static final String SLIDE = "/api/token/sliding/refresh/";

  /** Three parts of base64url. */
  static final String JWT = "[\\w-]+\\.[\\w-]+\\.[\\w-]+";

  private TokenApi() {}

  static Answer refresh(String token) {
    return Signet.post(REFRESH, Map.of("refresh", token));
  }

  static Answer verify(String token) {
    return Signet.post(VERIFY, Map.of("token", token));
  }

  static Answer blacklist(String token) {
    return Signet.post(BLACKLIST, Map.of("refresh", token));
  }

  static Answer slide(String token) {
    return Signet.post(SLIDE, Map.of("token", token));
  }

  /** A sliding token of a session of its own. */
  static String sliding(Person person) {
    Answer login = Signet.post(SLIDING, credentials(person));
    assertThat(login.status()).as(login.body()).isEqualTo(200);
    return login.text("token");
  }

  static Map<String, String> credentials(Person person) {
    return Map.of("username", person.username(), "password", Signet.PASSWORD);
  }

  /** As a change of the password ends the sessions of its account. */
  static void endByPasswordChange(UUID account) {
    Rows.change(
        "update session set revoked_at = current_timestamp,"
            + " revoked_because = 'PASSWORD_CHANGED' where account_id = ?",
        account);
  }

  /** With one character of the signature changed. */
  static String tampered(String token) {
    char last = token.charAt(token.length() - 5);
    return token.substring(0, token.length() - 5)
        + (last == 'A' ? 'B' : 'A')
        + token.substring(token.length() - 4);
  }

  /** The path without the slash at its end, and with it. */
  static String[] bothSpellings(String path) {
    return new String[] {path, path.substring(0, path.length() - 1)};
  }

  /** Success: the whole body, which nobody may keep. */
  static void assertOk(Answer answer, String pattern) {
    assertThat(answer.body()).matches(pattern);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith("application/json");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
  }
}
