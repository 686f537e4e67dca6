package dev.signet.wire;

import static org.assertj.core.api.Assertions.assertThat;

/** What a refused token gets: the whole body, and every header that goes with it. */
public final class Refusals {

  private Refusals() {}

  /** Of the token API: {@code {"detail","code"}} with the code of every bad token. */
  public static void assertNotValid(Answer answer, String why) {
    assertRefused(answer, why, "token_not_valid");
  }

  /** What stands by itself, at the token API and at protected resources: {@code detail, code}. */
  public static void assertRefused(Answer answer, String detail, String code) {
    assertChallenged(answer, detail, "{\"detail\":\"%s\",\"code\":\"%s\"}".formatted(detail, code));
  }

  /** Of a protected resource, which takes access tokens only. */
  public static void assertNotValidAsBearer(Answer answer, String why) {
    assertChallenged(
        answer,
        why,
        ("{\"detail\":\"Given token not valid for any token type\",\"code\":\"token_not_valid\","
                + "\"messages\":[{\"token_class\":\"AccessToken\",\"token_type\":\"access\","
                + "\"message\":\"%s\"}]}")
            .formatted(why));
  }

  /** Of who has shown no token, or the wrong password: the challenge names no error. */
  public static void assertUnauthenticated(Answer answer, String detail, String code) {
    assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"api\"");
    assertWhole(answer, "{\"detail\":\"%s\",\"code\":\"%s\"}".formatted(detail, code));
  }

  private static void assertChallenged(Answer answer, String description, String body) {
    assertWhole(answer, body);
    assertThat(answer.header("WWW-Authenticate"))
        .isEqualTo(
            "Bearer realm=\"api\", error=\"%s\", error_description=\"%s\""
                .formatted(error(answer), description));
  }

  private static void assertWhole(Answer answer, String body) {
    assertThat(answer.body()).isEqualTo(body);
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("Content-Type")).startsWith("application/json");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.header("Vary")).isEqualTo("Accept, Accept-Language");
  }

  /** RFC 6750 §3.1. */
  private static String error(Answer answer) {
    return answer.text("code").equals("bad_authorization_header")
        ? "invalid_request"
        : "invalid_token";
  }
}
