package dev.signet.oauth;

import jakarta.json.Json;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/**
 * Writes every error that a client is told directly: as <a
 * href="https://www.rfc-editor.org/rfc/rfc6749#section-5.2">RFC 6749 §5.2</a> has it, and for a
 * bearer token as <a href="https://www.rfc-editor.org/rfc/rfc6750#section-3">RFC 6750 §3</a>.
 */
@Provider
public class OAuthErrorMapper implements ExceptionMapper<OAuthException> {

  private static final String REALM = " realm=\"oauth2\"";

  @Context HttpHeaders request;

  @Override
  public Response toResponse(OAuthException refusal) {
    return answer(refusal, request.getHeaderString(HttpHeaders.AUTHORIZATION) != null);
  }

  /** The answer to a client that has shown who it is in a header, or in no header. */
  static Response answer(OAuthException refusal, boolean byHeader) {
    OAuthError error = refusal.error();
    Response.ResponseBuilder answer =
        Response.status(error.status())
            .type(MediaType.APPLICATION_JSON_TYPE)
            .entity(
                Json.createObjectBuilder()
                    .add("error", error.code())
                    .add("error_description", refusal.description())
                    .build()
                    .toString());
    if (error == OAuthError.INVALID_CLIENT) {
      answer.header(HttpHeaders.WWW_AUTHENTICATE, "Basic" + REALM);
    }
    if (error == OAuthError.INVALID_TOKEN || error == OAuthError.INSUFFICIENT_SCOPE) {
      answer.header(HttpHeaders.WWW_AUTHENTICATE, bearerChallenge(refusal, byHeader));
    }
    return error == OAuthError.TEMPORARILY_UNAVAILABLE
        ? answer.header(HttpHeaders.RETRY_AFTER, 1).build()
        : answer.build();
  }

  private static String bearerChallenge(OAuthException refusal, boolean shown) {
    return shown
        ? "Bearer%s, error=\"%s\", error_description=\"%s\""
            .formatted(REALM, refusal.error().code(), refusal.description())
        : "Bearer" + REALM;
  }
}
