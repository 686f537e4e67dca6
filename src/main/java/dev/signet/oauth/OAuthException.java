package dev.signet.oauth;

import dev.signet.platform.Refusal;

/** An {@link OAuthError} that was met. */
public final class OAuthException extends Refusal {

  private static final long serialVersionUID = 1L;

  private final OAuthError error;
  private final String description;

  OAuthException(OAuthError error, String description) {
    super(error.code() + ": " + description);
    this.error = error;
    this.description = description;
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
