package dev.signet.health;

import dev.signet.revocation.RevocationFeed;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/**
 * Whether this node lives, and whether it can be sent requests; in the shape of MicroProfile
 * Health.
 */
@Path("health")
@ApplicationScoped
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
public class HealthResource {

  @Inject RevocationFeed revocations;

  @GET
  @Path("live")
  public Response live() {
    return Response.ok(status("UP")).build();
  }

  @GET
  @Path("ready")
  public Response ready() {
    return revocations.isFollowing()
        ? Response.ok(status("UP")).build()
        : Response.status(Response.Status.SERVICE_UNAVAILABLE).entity(status("DOWN")).build();
  }

  private static JsonObject status(String status) {
    return Json.createObjectBuilder().add("status", status).build();
  }
}
