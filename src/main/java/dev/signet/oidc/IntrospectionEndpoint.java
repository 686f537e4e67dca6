package dev.signet.oidc;

import dev.signet.client.ClientAuthenticator;
import dev.signet.client.RegisteredClient;
import dev.signet.oauth.OAuthError;
import dev.signet.oauth.OAuthForm;
import dev.signet.oauth.RefusedRequests;
import dev.signet.problem.Problem;
import dev.signet.problem.ProblemException;
import dev.signet.token.ClientTokens;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;

/**
 * The introspection endpoint (<a href="https://www.rfc-editor.org/rfc/rfc7662#section-2">RFC 7662
 * §2</a>), for clients that can keep a secret.
 */
@Path("oauth2/introspect")
@ApplicationScoped
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
public class IntrospectionEndpoint {

  @Inject ClientAuthenticator clients;
  @Inject ClientTokens tokens;

  @POST
  public JsonObject introspect(
      @HeaderParam(HttpHeaders.AUTHORIZATION) List<String> authorization, OAuthForm request) {
    RegisteredClient client = clients.authenticate(authorization, request);
    return RefusedRequests.logged(client.id(), "introspection", () -> answer(request, client));
  }

  private JsonObject answer(OAuthForm request, RegisteredClient client) {
    if (client.isPublic()) {
      throw OAuthError.INVALID_CLIENT.because("The client has not shown who it is.");
    }
    String token = request.required("token");
    return ofAccess(token, client)
        .or(() -> ofRefresh(token, client))
        .orElse(Introspection.INACTIVE);
  }

  private Optional<JsonObject> ofAccess(String token, RegisteredClient client) {
    try {
      return Introspection.of(tokens.read(token), client);
    } catch (ProblemException refusal) {
      return inactive(refusal);
    }
  }

  private Optional<JsonObject> ofRefresh(String token, RegisteredClient client) {
    try {
      return Introspection.of(tokens.readLatestRefresh(token), client);
    } catch (ProblemException refusal) {
      return inactive(refusal);
    }
  }

  /** §2.2: why, nobody is told; that we do not know is another matter. */
  private static Optional<JsonObject> inactive(ProblemException refusal) {
    if (refusal.isBecause(Problem.UNAVAILABLE)) {
      throw OAuthError.TEMPORARILY_UNAVAILABLE.because("Try again in a moment.");
    }
    return Optional.empty();
  }
}
