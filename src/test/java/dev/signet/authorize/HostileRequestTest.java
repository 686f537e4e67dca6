package dev.signet.authorize;

import static dev.signet.authorize.TestRequests.refusal;
import static dev.signet.authorize.TestRequests.refuse;
import static dev.signet.oauth.OAuthError.INVALID_REQUEST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.client.TestClients;
import dev.signet.oauth.OAuthException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that are to do harm, or were made by mistake. */
class HostileRequestTest {

  @ParameterizedTest
  @ValueSource(strings = {"-1", "1.5", "x", "99999999999999999999", "+1", "١"})
  void isRefusedByAnAgeThatIsNone(String age) {
    refuse(INVALID_REQUEST, "max_age", age);
    refuse(INVALID_REQUEST, "max_age", age, "scope", "email");
  }

  @Test
  void hasANonceThatFitsIntoAToken() {
    assertThat(TestRequests.of("nonce", "n".repeat(1000)).nonce()).contains("n".repeat(1000));
    assertThat(refusal(TestClients.web(), "nonce", "n".repeat(1001)).description())
        .isEqualTo("nonce is too long.");
  }

  @Test
  void hasClaimsThatFitIntoARow() {
    String claims = "{\"id_token\":{\"%s\":null}}";
    String name = "n".repeat(4000 - claims.length() + 2);
    assertThat(TestRequests.of("claims", claims.formatted(name)).claims()).isPresent();
    refuse(INVALID_REQUEST, "claims", claims.formatted(name + "n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "[]", "{", "null", "1", "{\"id_token\":", "{\"id_token\":{\"a\":}}"})
  void isRefusedByClaimsThatCannotBeRead(String claims) {
    refuse(INVALID_REQUEST, "claims", claims);
    refuse(INVALID_REQUEST, "claims", claims, "scope", "email");
  }

  /** Whatever is sent is answered by an error of OAuth, never by one of ours. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "claims | {\"id_token\":[]}",
        "claims | {\"id_token\":1}",
        "claims | {\"id_token\":{\"a\":{\"values\":1}}}",
        "claims | {\"userinfo\":{\"a\":{\"essential\":\"x\"}}}",
        "claims | {\"userinfo\":{\"\":null}}",
        "id_token_hint | x",
        "id_token_hint | a.b.c",
        "ui_locales | 123456789",
        "claims_locales | -",
        "display | hologram",
        "acr_values | \" \\ ",
        "resource | x",
        "resource | https://a.example/#x",
        "authorization_details | x",
        "purpose | x",
        "dpop_jkt | x",
        "trust_chain | x",
      })
  void isAcceptedOrRefusedInTheWordsOfOAuth(String parameter, String value) {
    for (String scope : List.of("openid", "email")) {
      try {
        assertThat(TestRequests.of(parameter, value, "scope", scope)).isNotNull();
      } catch (OAuthException refused) {
        assertThat(refused.error()).isEqualTo(INVALID_REQUEST);
      }
    }
  }

  @Test
  void isNotOverturnedByWhatIsDeep() {
    String deep = "{\"id_token\":".repeat(5000) + "1" + "}".repeat(5000);
    refuse(INVALID_REQUEST, "claims", deep);
    refuse(INVALID_REQUEST, "claims", "[".repeat(100_000));
  }
}
