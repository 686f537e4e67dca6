package dev.signet.grant;

import dev.signet.client.ClientAuthenticator;
import dev.signet.client.RegisteredClient;
import dev.signet.oauth.OAuthError;
import dev.signet.oauth.OAuthForm;
import dev.signet.oauth.RefusedRequests;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/**
 * The token endpoint (<a href="https://www.rfc-editor.org/rfc/rfc6749#section-3.2">RFC 6749
 * §3.2</a>).
 */
@Path("oauth2/token")
@ApplicationScoped
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
public class TokenEndpoint {

  @Inject ClientAuthenticator clients;
  @Inject @Any Instance<Grant> grants;

  @POST
  public JsonObject token(
      @HeaderParam(HttpHeaders.AUTHORIZATION) List<String> authorization, OAuthForm request) {
    RegisteredClient client = clients.authenticate(authorization, request);
    return RefusedRequests.logged(client.id(), "token", () -> exchange(request, client).json());
  }

  private TokenAnswer exchange(OAuthForm request, RegisteredClient client) {
    Grant grant = grant(request.required("grant_type"));
    refuseUnlessMayUse(client, grant);
    return grant.exchange(request, client);
  }

  /** RFC 9700 §2.4: there is none that takes a person's password. */
  private Grant grant(String type) {
    return grants.stream()
        .filter(grant -> grant.type().equals(type))
        .findFirst()
        .orElseThrow(
            () -> OAuthError.UNSUPPORTED_GRANT_TYPE.because("There is no such grant_type."));
  }

  /** RFC 6749 §5.2. */
  private static void refuseUnlessMayUse(RegisteredClient client, Grant grant) {
    if (!client.mayUse(grant.type())) {
      throw OAuthError.UNAUTHORIZED_CLIENT.because("The client may not use that grant_type.");
    }
  }
}
