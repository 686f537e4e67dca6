package dev.signet.oauth;

import jakarta.json.Json;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;

/**
 * Writes every error that a client is told directly: as <a
 * href="https://www.rfc-editor.org/rfc/rfc6749#section-5.2">RFC 6749 §5.2</a> has it, and for a
 * bearer token as <a href="https://www.rfc-editor.org/rfc/rfc6750#section-3">RFC 6750 §3</a>.
 */
@Provider
public class OAuthErrorMapper implements ExceptionMapper<OAuthException> {

  private static final String REALM = " realm=\"oauth2\"";

  /** With no body at all, Payara writes one. */
  private static final String NO_ERROR = "{}";

  @Override
  public Response toResponse(OAuthException refusal) {
    OAuthError error = refusal.error();
    Response.ResponseBuilder answer =
        Response.status(error.status())
            .type(MediaType.APPLICATION_JSON_TYPE)
            .entity(error == OAuthError.TOKEN_MISSING ? NO_ERROR : body(refusal));
    challenge(refusal)
        .ifPresent(challenge -> answer.header(HttpHeaders.WWW_AUTHENTICATE, challenge));
    return error == OAuthError.TEMPORARILY_UNAVAILABLE
        ? answer.header(HttpHeaders.RETRY_AFTER, 1).build()
        : answer.build();
  }

  private static String body(OAuthException refusal) {
    return Json.createObjectBuilder()
        .add("error", refusal.error().code())
        .add("error_description", refusal.description())
        .build()
        .toString();
  }

  private static Optional<String> challenge(OAuthException refusal) {
    return switch (refusal.error()) {
      case INVALID_CLIENT -> Optional.of("Basic" + REALM);
      case TOKEN_MISSING -> Optional.of("Bearer" + REALM);
      case INVALID_TOKEN, INSUFFICIENT_SCOPE -> Optional.of(ofBearer(refusal));
      case INVALID_REQUEST ->
          refusal.isOfBearer() ? Optional.of(ofBearer(refusal)) : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static String ofBearer(OAuthException refusal) {
    return "Bearer%s, error=\"%s\", error_description=\"%s\""
        .formatted(REALM, refusal.error().code(), refusal.description());
  }
}
