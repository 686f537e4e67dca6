package dev.signet.authorize;

import static dev.signet.authorize.TestRequests.CHALLENGE;
import static dev.signet.authorize.TestRequests.refusal;
import static dev.signet.authorize.TestRequests.refuse;
import static dev.signet.oauth.OAuthError.INVALID_REQUEST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.client.RegisteredClient;
import dev.signet.client.TestClients;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a request binds its code to who sends it (RFC 7636 §4.3). */
class RequestedChallengeTest {

  private static final RegisteredClient UNBOUND = TestClients.web(Map.of("pkce", "false"));

  /** T-16: of 43 characters, which are 32 bytes. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-c",
        "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cMM",
        "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM=",
        "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-c=",
        "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw+cM",
        "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw.cM",
        "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw cM",
        "x",
      })
  void isBoundByADigestAndByNothingElse(String challenge) {
    refuse(INVALID_REQUEST, "code_challenge", challenge);
    refuse(INVALID_REQUEST, "code_challenge", challenge, "scope", "email");
    assertThat(refusal(UNBOUND, "code_challenge", challenge).error()).isEqualTo(INVALID_REQUEST);
  }

  /** what is left out is plain (RFC 7636 §4.3). */
  @ParameterizedTest
  @ValueSource(strings = {"plain", "s256", "S512", ""})
  void isBoundByS256(String method) {
    refuse(INVALID_REQUEST, "code_challenge_method", method);
    refuse(INVALID_REQUEST, "code_challenge_method", method, "scope", "email");
    assertThat(refusal(UNBOUND, "code_challenge_method", method).error())
        .isEqualTo(INVALID_REQUEST);
  }

  @Test
  void isBoundUnlessTheClientNeedNot() {
    String[] unbound = {"code_challenge", "", "code_challenge_method", ""};

    assertThat(refusal(TestClients.web(), unbound).description())
        .isEqualTo("code_challenge is missing (RFC 7636).");
    assertThat(refusal(TestClients.spa(), unbound).error()).isEqualTo(INVALID_REQUEST);
    assertThat(TestRequests.of(UNBOUND, unbound).challenge()).isEmpty();
    assertThat(TestRequests.of(UNBOUND).challenge()).contains(CHALLENGE);
  }

  /** Who names a method has meant to bind its code. */
  @Test
  void isNotUnboundByASlip() {
    assertThat(refusal(UNBOUND, "code_challenge", "").error()).isEqualTo(INVALID_REQUEST);
  }
}
