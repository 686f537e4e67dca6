package dev.signet.simplejwt;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** What the URLs of the Simple JWT API take and give, for clients that ask with OPTIONS. */
@Path("api/token")
@ApplicationScoped
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
public class TokenMetadataResource {

  @OPTIONS
  public Response obtain() {
    return answer(TokenMetadata.OBTAIN);
  }

  @OPTIONS
  @Path("refresh")
  public Response refresh() {
    return answer(TokenMetadata.REFRESH);
  }

  @OPTIONS
  @Path("verify")
  public Response verify() {
    return answer(TokenMetadata.VERIFY);
  }

  @OPTIONS
  @Path("blacklist")
  public Response blacklist() {
    return answer(TokenMetadata.BLACKLIST);
  }

  @OPTIONS
  @Path("sliding")
  public Response obtainSliding() {
    return answer(TokenMetadata.OBTAIN_SLIDING);
  }

  @OPTIONS
  @Path("sliding/refresh")
  public Response refreshSliding() {
    return answer(TokenMetadata.REFRESH_SLIDING);
  }

  private static Response answer(TokenMetadata metadata) {
    return Response.ok(metadata.json()).header(HttpHeaders.ALLOW, "POST, OPTIONS").build();
  }
}
