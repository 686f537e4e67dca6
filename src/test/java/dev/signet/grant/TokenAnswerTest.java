package dev.signet.grant;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** RFC 6749 §5.1. */
class TokenAnswerTest {

  private static final Duration LIFETIME = Duration.ofMillis(299_999);

  @Test
  void hasTheMembersOfTheStandardAndNoOthers() {
    TokenAnswer answer =
        new TokenAnswer("a", LIFETIME, "openid", Optional.of("r"), Optional.of("i"));

    assertThat(answer.json())
        .isEqualTo(
            Json.createObjectBuilder()
                .add("access_token", "a")
                .add("token_type", "Bearer")
                .add("expires_in", 299)
                .add("scope", "openid")
                .add("refresh_token", "r")
                .add("id_token", "i")
                .build());
  }

  @Test
  void hasNoMemberForWhatWasNotGiven() {
    assertThat(new TokenAnswer("a", LIFETIME, "", Optional.empty(), Optional.empty()).json())
        .containsOnlyKeys("access_token", "token_type", "expires_in", "scope");
  }

  @Test
  void showsNoTokenWhereItIsPrinted() {
    assertThat(new TokenAnswer("aaa", LIFETIME, "openid", Optional.of("rrr"), Optional.of("iii")))
        .hasToString("TokenAnswer[openid]");
  }
}
