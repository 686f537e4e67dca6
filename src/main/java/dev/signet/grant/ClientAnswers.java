package dev.signet.grant;

import dev.signet.client.RegisteredClient;
import dev.signet.idtoken.AskedClaims;
import dev.signet.idtoken.IdTokens;
import dev.signet.oauth.Scope;
import dev.signet.token.ClientTokens.Issued;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;

/** Answers with the tokens of a client's session. */
@ApplicationScoped
class ClientAnswers {

  @Inject IdTokens idTokens;

  /**
   * The answer.
   *
   * @param nonce what the ID token repeats
   */
  TokenAnswer of(Issued issued, RegisteredClient client, Optional<String> nonce) {
    String scope = issued.granted().scope();
    Optional<String> idToken =
        Scope.of(scope).has("openid")
            ? Optional.of(idTokens.mint(issued, client, nonce, asked(issued)))
            : Optional.empty();
    Optional<String> refresh =
        client.mayUse(RefreshTokenGrant.TYPE) ? Optional.of(issued.refresh()) : Optional.empty();
    return new TokenAnswer(issued.access(), issued.granted().lifetime(), scope, refresh, idToken);
  }

  /** OpenID Connect Core 1.0 §12.2: an ID token of a refresh tells no less than the first. */
  private static Set<String> asked(Issued issued) {
    return AskedClaims.of(issued.session().claims()).idToken();
  }
}
