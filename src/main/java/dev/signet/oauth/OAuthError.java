package dev.signet.oauth;

import java.util.Locale;

/**
 * Why an OAuth request is refused: the codes of <a
 * href="https://www.rfc-editor.org/rfc/rfc6749#section-5.2">RFC 6749 §5.2</a> and §4.1.2.1, of <a
 * href="https://openid.net/specs/openid-connect-core-1_0.html#AuthError">OpenID Connect Core 1.0
 * §3.1.2.6</a>, of RFC 6750 §3.1 and of RFC 7009 §2.2.1.
 */
public enum OAuthError {
  INVALID_REQUEST(400),
  INVALID_CLIENT(401),
  INVALID_GRANT(400),
  UNAUTHORIZED_CLIENT(400),
  UNSUPPORTED_GRANT_TYPE(400),
  UNSUPPORTED_RESPONSE_TYPE(400),
  UNSUPPORTED_TOKEN_TYPE(400),
  INVALID_SCOPE(400),
  ACCESS_DENIED(403),

  LOGIN_REQUIRED(400),
  CONSENT_REQUIRED(400),
  REQUEST_NOT_SUPPORTED(400),
  REQUEST_URI_NOT_SUPPORTED(400),
  REGISTRATION_NOT_SUPPORTED(400),

  INVALID_TOKEN(401),
  /** No code of a request: who has shown nothing is told nothing but how to (RFC 6750 §3.1). */
  TOKEN_MISSING(401),
  INSUFFICIENT_SCOPE(403),

  SERVER_ERROR(500),
  TEMPORARILY_UNAVAILABLE(503);

  private final int status;

  OAuthError(int status) {
    this.status = status;
  }

  /** The HTTP status of an answer that goes to the client itself. */
  public int status() {
    return status;
  }

  /** The value of the parameter {@code error}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Refuses.
   *
   * @param description a sentence for the developer of the client, in ASCII without quotes or
   *     backslashes (RFC 6749 §5.2); it repeats nothing that the request holds
   */
  public OAuthException because(String description) {
    return new OAuthException(this, description);
  }
}
