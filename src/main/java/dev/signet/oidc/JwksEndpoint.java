package dev.signet.oidc;

import dev.signet.key.SigningKeys;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;

/**
 * The public keys that verify our tokens: a JWK Set (RFC 7517 §5), at both of its usual addresses.
 */
@Path("/")
@ApplicationScoped
@PermitAll
public class JwksEndpoint {

  /** A key is published for far longer than this before it signs. */
  private static final Duration MAX_AGE = Duration.ofMinutes(5);

  @Inject SigningKeys keys;

  @GET
  @Path("oauth2/jwks")
  @Produces(MediaType.APPLICATION_JSON)
  public Response jwks(@Context Request request) {
    String jwks = keys.jwks();
    EntityTag tag = tagOf(jwks);
    Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
    Response.ResponseBuilder response = unchanged == null ? Response.ok(jwks) : unchanged;
    return response.tag(tag).cacheControl(caching()).build();
  }

  @GET
  @Path(".well-known/jwks.json")
  @Produces(MediaType.APPLICATION_JSON)
  public Response wellKnownJwks(@Context Request request) {
    return jwks(request);
  }

  private static EntityTag tagOf(String jwks) {
    return new EntityTag(UUID.nameUUIDFromBytes(jwks.getBytes(StandardCharsets.UTF_8)).toString());
  }

  private static CacheControl caching() {
    CacheControl control = new CacheControl();
    control.setMaxAge((int) MAX_AGE.toSeconds());
    control.setNoTransform(false);
    return control;
  }
}
