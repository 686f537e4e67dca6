package dev.signet.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.account.TestAccounts;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LoginAnswerTest {

  private static final Map<String, Object> MEMBERS =
      new TreeMap<>(
          Map.of("z", true, "staff", Map.of("numbers", List.of(7, new BigDecimal("0.5"), "x"))));

  private final IssuedTokens issued =
      new IssuedTokens(
          "s", "a", Duration.ofMinutes(5), "r", Duration.ofDays(1), TestAccounts.jane("user"));

  @Test
  void hasBothTokensAndTheAccount() {
    JsonObject answer = LoginAnswer.of(issued);
    assertThat(answer.keySet())
        .containsExactly(
            "access", "refresh", "token_type", "expires_in", "refresh_expires_in", "user");
    assertThat(answer.getString("access")).isEqualTo("a");
    assertThat(answer.getInt("expires_in")).isEqualTo(300);
    assertThat(answer.getInt("refresh_expires_in")).isEqualTo(86_400);
    assertThat(answer.getJsonObject("user").getString("username")).isEqualTo("Jane");
  }

  @Test
  void hasNoTokenForABrowserThatKeepsThem() {
    JsonObject answer = LoginAnswer.besideCookies(issued.with(MEMBERS), "proof");
    assertThat(answer.keySet())
        .containsExactly("expires_in", "refresh_expires_in", "csrf_token", "user", "staff", "z");
    assertThat(answer.getString("csrf_token")).isEqualTo("proof");
    assertThat(answer.getInt("refresh_expires_in")).isEqualTo(86_400);
  }

  @Test
  void hasWhatContributorsAddAfterThem() {
    JsonObject answer = LoginAnswer.of(issued.with(MEMBERS));
    assertThat(answer.toString()).endsWith(",\"staff\":{\"numbers\":[7,0.5,\"x\"]},\"z\":true}");
  }

  @Test
  void mayHaveOtherMembersBeforeThem() {
    JsonObject answer = LoginAnswer.extended(Json.createObjectBuilder().add("token", "t"), MEMBERS);
    assertThat(answer.keySet()).containsExactly("token", "staff", "z");
  }
}
