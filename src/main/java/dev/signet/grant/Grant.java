package dev.signet.grant;

import dev.signet.client.RegisteredClient;
import dev.signet.oauth.OAuthException;
import dev.signet.oauth.OAuthForm;

/** A way to be given tokens (RFC 6749 §1.3); each is a class that CDI finds. */
public interface Grant {

  /** The {@code grant_type} that asks for it. */
  String type();

  /**
   * Gives the tokens.
   *
   * @param client who has shown who it is, and may use the grant
   * @throws OAuthException why it is given none
   */
  TokenAnswer exchange(OAuthForm request, RegisteredClient client);
}
