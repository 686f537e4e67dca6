package dev.signet.profile;

import dev.signet.consent.Consents;
import dev.signet.problem.Problem;
import dev.signet.token.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;

/** What the caller has allowed clients, and how to end that. */
@Path("api/me/applications")
@ApplicationScoped
@RolesAllowed("**")
@Produces(MediaType.APPLICATION_JSON)
public class MyApplicationsResource {

  @Inject Caller caller;
  @Inject Consents consents;

  /** The clients that may do something, the one allowed last first. */
  @GET
  public JsonArray list() {
    JsonArrayBuilder list = Json.createArrayBuilder();
    consents
        .of(caller.required().accountId())
        .forEach(allowed -> list.add(ApplicationEntry.of(allowed, Locale.ROOT).toJson()));
    return list.build();
  }

  /** Allows one of them nothing any more, and ends its sessions. */
  @DELETE
  @Path("{client_id}")
  public void revoke(@PathParam("client_id") String clientId) {
    if (!consents.revoke(caller.required().accountId(), clientId)) {
      throw Problem.NOT_FOUND.refusal();
    }
  }
}
