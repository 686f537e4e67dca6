package dev.signet.oauth;

import dev.signet.platform.Refusal;

/** An {@link OAuthError} that was met. */
public final class OAuthException extends Refusal {

  private static final long serialVersionUID = 1L;

  private final OAuthError error;
  private final String description;
  private final boolean ofBearer;

  OAuthException(OAuthError error, String description) {
    this(error, description, false);
  }

  private OAuthException(OAuthError error, String description, boolean ofBearer) {
    super(error.code() + ": " + description);
    this.error = error;
    this.description = description;
    this.ofBearer = ofBearer;
  }

  /** The same of a request that was to show a bearer token: its answer says how (RFC 6750 §3). */
  public OAuthException ofBearer() {
    return new OAuthException(error, description, true);
  }

  /** Whether the answer is to say how a bearer token is shown. */
  boolean isOfBearer() {
    return ofBearer;
  }

  /** Which one. */
  public OAuthError error() {
    return error;
  }

  /** The sentence for the developer of the client. */
  public String description() {
    return description;
  }
}
