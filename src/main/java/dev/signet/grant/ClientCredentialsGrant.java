package dev.signet.grant;

import dev.signet.client.RegisteredClient;
import dev.signet.oauth.OAuthForm;
import dev.signet.oauth.Scope;
import dev.signet.token.ClientTokens;
import dev.signet.token.ClientTokens.ClientAccess;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** The client credentials grant (RFC 6749 §4.4): for a client that acts for nobody but itself. */
@ApplicationScoped
class ClientCredentialsGrant implements Grant {

  @Inject ClientTokens tokens;

  @Override
  public String type() {
    return "client_credentials";
  }

  @Override
  public TokenAnswer exchange(OAuthForm request, RegisteredClient client) {
    Scope allowed = new Scope(client.rights().scopes()).withoutPersons();
    ClientAccess access = ClientAccess.of(client, allowed.asked(request).text());
    return new TokenAnswer(
        tokens.issueForItself(access),
        access.lifetime(),
        access.scope(),
        Optional.empty(),
        Optional.empty());
  }
}
