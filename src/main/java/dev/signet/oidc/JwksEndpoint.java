package dev.signet.oidc;

import dev.signet.key.SigningKeys;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

/**
 * The public keys that verify our tokens: a JWK Set (RFC 7517 §5), at both of its usual addresses.
 */
@Path("/")
@ApplicationScoped
@PermitAll
public class JwksEndpoint {

  @Inject SigningKeys keys;

  @GET
  @Path("oauth2/jwks")
  @Produces(MediaType.APPLICATION_JSON)
  public Response jwks(@Context Request request) {
    return new Published(keys.jwks()).answer(request);
  }

  @GET
  @Path(".well-known/jwks.json")
  @Produces(MediaType.APPLICATION_JSON)
  public Response wellKnownJwks(@Context Request request) {
    return jwks(request);
  }
}
