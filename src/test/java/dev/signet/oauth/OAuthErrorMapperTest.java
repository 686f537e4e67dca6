package dev.signet.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.ws.rs.core.Response;
import java.io.StringReader;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OAuthErrorMapperTest {

  private static final Set<OAuthError> WITH_CHALLENGE =
      EnumSet.of(
          OAuthError.INVALID_CLIENT,
          OAuthError.INVALID_TOKEN,
          OAuthError.TOKEN_MISSING,
          OAuthError.INSUFFICIENT_SCOPE);

  /** RFC 6749 §5.2. */
  @ParameterizedTest
  @EnumSource(value = OAuthError.class, names = "TOKEN_MISSING", mode = EnumSource.Mode.EXCLUDE)
  void saysTheCodeAndWhyInJson(OAuthError error) {
    Response answer = answer(error.because("A \"reason\"."));

    assertThat(answer.getStatus()).isEqualTo(error.status());
    assertThat(answer.getMediaType()).hasToString("application/json");
    assertThat(Json.createReader(new StringReader((String) answer.getEntity())).readObject())
        .isEqualTo(
            Json.createObjectBuilder(
                    Map.of("error", error.code(), "error_description", "A \"reason\"."))
                .build());
    assertThat(answer.getHeaders().containsKey("WWW-Authenticate"))
        .isEqualTo(WITH_CHALLENGE.contains(error));
  }

  @ParameterizedTest
  @CsvSource({
    "INVALID_REQUEST, invalid_request, 400",
    "INVALID_CLIENT, invalid_client, 401",
    "INVALID_GRANT, invalid_grant, 400",
    "UNAUTHORIZED_CLIENT, unauthorized_client, 400",
    "UNSUPPORTED_GRANT_TYPE, unsupported_grant_type, 400",
    "UNSUPPORTED_RESPONSE_TYPE, unsupported_response_type, 400",
    "UNSUPPORTED_TOKEN_TYPE, unsupported_token_type, 400",
    "INVALID_SCOPE, invalid_scope, 400",
    "ACCESS_DENIED, access_denied, 403",
    "INVALID_TOKEN, invalid_token, 401",
    "INSUFFICIENT_SCOPE, insufficient_scope, 403",
    "LOGIN_REQUIRED, login_required, 400",
    "CONSENT_REQUIRED, consent_required, 400",
    "REQUEST_NOT_SUPPORTED, request_not_supported, 400",
    "REQUEST_URI_NOT_SUPPORTED, request_uri_not_supported, 400",
    "SERVER_ERROR, server_error, 500",
    "TEMPORARILY_UNAVAILABLE, temporarily_unavailable, 503",
  })
  void hasTheCodesAndStatusesOfTheStandards(OAuthError error, String code, int status) {
    assertThat(error.code()).isEqualTo(code);
    assertThat(error.status()).isEqualTo(status);
  }

  /** RFC 6749 §5.2: by the scheme that it may show who it is by. */
  @Test
  void asksAClientWhoItIs() {
    assertThat(challenge(OAuthError.INVALID_CLIENT)).isEqualTo("Basic realm=\"oauth2\"");
  }

  /** RFC 6750 §3. */
  @Test
  void saysWhatIsWrongWithABearerToken() {
    assertThat(challenge(OAuthError.INVALID_TOKEN))
        .isEqualTo("Bearer realm=\"oauth2\", error=\"invalid_token\", error_description=\"Why.\"");
    assertThat(challenge(OAuthError.INSUFFICIENT_SCOPE))
        .startsWith("Bearer realm=\"oauth2\", error=\"insufficient_scope\"");
    assertThat(
            answer(OAuthError.INVALID_REQUEST.because("Why.").ofBearer())
                .getHeaderString("WWW-Authenticate"))
        .isEqualTo(
            "Bearer realm=\"oauth2\", error=\"invalid_request\", error_description=\"Why.\"");
  }

  /** RFC 6750 §3.1: who has shown nothing is told of no error. */
  @Test
  void onlyAsksForABearerTokenWhereThereIsNone() {
    Response answer = answer(OAuthError.TOKEN_MISSING.because("Why."));
    assertThat(answer.getStatus()).isEqualTo(401);
    assertThat(answer.getHeaderString("WWW-Authenticate")).isEqualTo("Bearer realm=\"oauth2\"");
    assertThat(answer.getMediaType()).hasToString("application/json");
    assertThat(answer.getEntity()).isEqualTo("{}");
  }

  @Test
  void saysWhenToTryAgain() {
    assertThat(
            answer(OAuthError.TEMPORARILY_UNAVAILABLE.because("Wait."))
                .getHeaderString("Retry-After"))
        .isEqualTo("1");
    assertThat(answer(OAuthError.SERVER_ERROR.because("No.")).getHeaderString("Retry-After"))
        .isNull();
  }

  private static String challenge(OAuthError error) {
    return answer(error.because("Why.")).getHeaderString("WWW-Authenticate");
  }

  private static Response answer(OAuthException refusal) {
    return new OAuthErrorMapper().toResponse(refusal);
  }
}
