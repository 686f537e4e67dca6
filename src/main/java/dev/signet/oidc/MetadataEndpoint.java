package dev.signet.oidc;

import dev.signet.idtoken.UserClaims;
import dev.signet.platform.Settings;
import dev.signet.problem.Problem;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/**
 * The provider's metadata, where OpenID Connect clients look for it (<a
 * href="https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderConfig">Discovery 1.0
 * §4</a>) and where OAuth clients do (<a
 * href="https://www.rfc-editor.org/rfc/rfc8414#section-3">RFC 8414 §3</a>).
 */
@Path("/")
@ApplicationScoped
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
public class MetadataEndpoint {

  @Inject Settings settings;
  @Inject UserClaims userClaims;

  private Published metadata;
  private String path;

  @PostConstruct
  void start() {
    String issuer = settings.text("signet.issuer");
    metadata = new Published(new ProviderMetadata(issuer, userClaims).json());
    path = URI.create(issuer).getRawPath();
  }

  @GET
  @Path(".well-known/openid-configuration")
  public Response ofOpenIdProvider(@Context Request request) {
    return metadata.answer(request);
  }

  @GET
  @Path(".well-known/oauth-authorization-server")
  public Response ofAuthorizationServer(@Context Request request) {
    return metadata.answer(request);
  }

  /** RFC 8414 §3.1: the path of the issuer comes last. */
  @GET
  @Path(".well-known/oauth-authorization-server/{path: .+}")
  public Response ofAuthorizationServer(
      @PathParam("path") String issuerPath, @Context Request request) {
    if (!path.equals("/" + issuerPath)) {
      throw Problem.NOT_FOUND.refusal();
    }
    return metadata.answer(request);
  }
}
