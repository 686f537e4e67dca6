package dev.signet.grant;

import dev.signet.authorization.AuthorizationCodes;
import dev.signet.authorization.Exchange;
import dev.signet.authorization.Redeemed;
import dev.signet.client.RegisteredClient;
import dev.signet.oauth.OAuthForm;
import dev.signet.origin.RequestOrigin;
import dev.signet.token.ClientTokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The authorization code grant (RFC 6749 §4.1.3), with proof of who asked (RFC 7636 §4.5). */
@ApplicationScoped
class AuthorizationCodeGrant implements Grant {

  @Inject AuthorizationCodes codes;
  @Inject ClientAnswers answers;
  @Inject ClientTokens tokens;
  @Inject RequestOrigin origin;

  @Override
  public String type() {
    return "authorization_code";
  }

  /** Where an ID token cannot be made, nobody gets the tokens beside it, and their session ends. */
  @Override
  public TokenAnswer exchange(OAuthForm request, RegisteredClient client) {
    Redeemed redeemed =
        codes.redeem(
            new Exchange(
                request.required("code"),
                client,
                request.required("redirect_uri"),
                request.optional("code_verifier"),
                origin.origin()));
    try {
      return answers.of(redeemed.issued(), client, redeemed.request().nonce());
    } catch (RuntimeException unsaid) {
      tokens.end(redeemed.issued().session().id());
      throw unsaid;
    }
  }
}
