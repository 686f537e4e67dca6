package dev.signet.authorize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.client.RegisteredClient;
import dev.signet.client.TestClients;
import dev.signet.idtoken.TestUserClaims;
import dev.signet.oauth.OAuthError;
import dev.signet.oauth.OAuthException;
import dev.signet.oauth.OAuthForm;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Authorization requests as clients send them. */
final class TestRequests {

  /** RFC 7636, Appendix B. */
  static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

  private TestRequests() {}

  /** One that is good, with some parameters of other values; one that is empty is left out. */
  static OAuthForm form(String... changed) {
    Map<String, List<String>> parameters = new TreeMap<>();
    parameters.put("response_type", List.of("code"));
    parameters.put("client_id", List.of("web"));
    parameters.put("redirect_uri", List.of(TestClients.CALLBACK));
    parameters.put("scope", List.of("openid"));
    parameters.put("state", List.of("af0ifjsldkj"));
    parameters.put("code_challenge", List.of(CHALLENGE));
    parameters.put("code_challenge_method", List.of("S256"));
    for (int i = 0; i < changed.length; i += 2) {
      parameters.put(changed[i], List.of(changed[i + 1]));
    }
    return new OAuthForm(parameters);
  }

  static AuthorizationRequest of(RegisteredClient client, String... changed) {
    return AuthorizationRequest.of(form(changed), client, TestUserClaims.standard());
  }

  static AuthorizationRequest of(String... changed) {
    return of(TestClients.web(), changed);
  }

  /** Expects that one is refused, in words that may stand in an answer (RFC 6749 §4.1.2.1). */
  static void refuse(OAuthError error, String... changed) {
    OAuthException refusal = refusal(TestClients.web(), changed);
    assertThat(refusal.error()).as(String.join(" ", changed)).isEqualTo(error);
    assertThat(refusal.description()).matches("[\\x20-\\x7e&&[^\"\\\\]]+");
  }

  /** Why one is refused. */
  static OAuthException refusal(RegisteredClient client, String... changed) {
    try {
      of(client, changed);
    } catch (OAuthException refusal) {
      return refusal;
    }
    throw new AssertionError("Not refused: " + String.join(" ", changed));
  }
}
