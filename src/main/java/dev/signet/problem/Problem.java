package dev.signet.problem;

import dev.signet.platform.Texts;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Every no of the JSON API: its status, the stable {@code code} that programs read, and what the
 * challenge of a 401 or 403 says (<a href="https://www.rfc-editor.org/rfc/rfc6750#section-3.1">RFC
 * 6750 §3.1</a>). Its text is the message of the same name.
 */
public enum Problem {
  BAD_REQUEST(400, "bad_request"),
  WRONG_HEADER(400, "bad_request"),
  PARSE_ERROR(400, "parse_error"),
  VALUE_EXPECTED(400, "parse_error"),
  FORM_PARSE_ERROR(400, "parse_error"),
  MULTIPART_PARSE_ERROR(400, "parse_error"),
  LINK_MALFORMED(400, "link_malformed"),
  CLIENT_UNKNOWN(400, "client_unknown"),
  REDIRECT_UNKNOWN(400, "redirect_unknown"),

  NOT_AUTHENTICATED(401, "not_authenticated"),
  TOKEN_MISSING(401, "token_missing"),
  BAD_AUTHORIZATION_HEADER(401, "bad_authorization_header", "invalid_request"),
  NO_ACTIVE_ACCOUNT(401, "no_active_account"),
  ACCOUNT_INACTIVE(401, "user_inactive"),
  EMAIL_NOT_VERIFIED(401, "email_not_verified"),
  NO_ACCOUNT_FOR_TOKEN(401, "no_active_account", "invalid_token"),
  GIVEN_TOKEN_NOT_VALID(401, "token_not_valid", "invalid_token"),
  TOKEN_INVALID(401, "token_not_valid", "invalid_token"),
  TOKEN_EXPIRED(401, "token_not_valid", "invalid_token"),
  TOKEN_WITHOUT_CLAIM(401, "token_not_valid", "invalid_token"),
  TOKEN_WITHOUT_ID(401, "token_not_valid", "invalid_token"),
  TOKEN_WITHOUT_TYPE(401, "token_not_valid", "invalid_token"),
  TOKEN_WRONG_TYPE(401, "token_not_valid", "invalid_token"),
  TOKEN_CLAIM_EXPIRED(401, "token_not_valid", "invalid_token"),
  TOKEN_WITHOUT_USER(401, "token_not_valid", "invalid_token"),
  TOKEN_INVALID_OR_EXPIRED(401, "token_not_valid", "invalid_token"),
  TOKEN_BLACKLISTED(401, "token_not_valid", "invalid_token"),
  TOKEN_REUSED(401, "token_reused", "invalid_token"),
  USER_NOT_FOUND(401, "user_not_found", "invalid_token"),
  USER_INACTIVE(401, "user_inactive", "invalid_token"),
  PASSWORD_CHANGED(401, "password_changed", "invalid_token"),

  CSRF_FAILED(403, "csrf_failed"),
  INSUFFICIENT_SCOPE(403, "insufficient_scope", "insufficient_scope"),
  PERMISSION_DENIED(403, "permission_denied", "insufficient_scope"),
  NOT_FOUND(404, "not_found"),
  METHOD_NOT_ALLOWED(405, "method_not_allowed"),
  NOT_ACCEPTABLE(406, "not_acceptable"),
  ACCOUNT_EXISTS(409, "account_exists"),
  LINK_EXPIRED(410, "link_expired"),
  TOO_LARGE(413, "too_large"),
  UNSUPPORTED_MEDIA_TYPE(415, "unsupported_media_type"),
  THROTTLED(429, "throttled"),
  /** For one second: the text is in the singular. */
  THROTTLED_BRIEFLY(429, "throttled"),

  ERROR(500, "error"),
  BUSY(503, "busy"),
  UNAVAILABLE(503, "unavailable");

  private final int status;
  private final String code;
  private final @Nullable String challenge;

  Problem(int status, String code) {
    this(status, code, null);
  }

  Problem(int status, String code, @Nullable String challenge) {
    this.status = status;
    this.code = code;
    this.challenge = challenge;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** The stable name that a program may decide by. */
  public String code() {
    return code;
  }

  /** Refuses with this problem; the arguments fill the blanks of its text. */
  public ProblemException refusal(Object... arguments) {
    return new ProblemException(this, arguments);
  }

  /** Whether this is why one class of token does not take a token, and another might. */
  boolean isOfOneClass() {
    return status == 401 && code.equals("token_not_valid") && this != TOKEN_WITHOUT_USER;
  }

  String text(Texts texts, Object... arguments) {
    return texts.text(name().toLowerCase(Locale.ROOT), arguments);
  }

  /** After how many seconds to try again; what is here for now is gone in a moment. */
  Optional<Long> retrySeconds() {
    return status == 503 ? Optional.of(1L) : Optional.empty();
  }

  @Nullable String challenge() {
    return challenge;
  }
}
