package dev.signet.grant;

import dev.signet.client.RegisteredClient;
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
   * @param asked which claims the client wants in it
   */
  TokenAnswer of(
      Issued issued, RegisteredClient client, Optional<String> nonce, Set<String> asked) {
    String scope = issued.granted().scope();
    Optional<String> idToken =
        Scope.of(scope).has("openid")
            ? Optional.of(idTokens.mint(issued, client, nonce, asked))
            : Optional.empty();
    Optional<String> refresh =
        client.mayUse(RefreshTokenGrant.TYPE) ? Optional.of(issued.refresh()) : Optional.empty();
    return new TokenAnswer(issued.access(), issued.granted().lifetime(), scope, refresh, idToken);
  }
}
