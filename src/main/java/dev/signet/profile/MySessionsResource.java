package dev.signet.profile;

import dev.signet.problem.Problem;
import dev.signet.revocation.EndReason;
import dev.signet.session.Sessions;
import dev.signet.token.AccessToken;
import dev.signet.token.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** Where the caller is logged in, and how to end that. */
@Path("api/me/sessions")
@ApplicationScoped
@RolesAllowed("user")
@Produces(MediaType.APPLICATION_JSON)
public class MySessionsResource {

  @Inject Caller caller;
  @Inject Sessions sessions;

  /** The sessions that can still be refreshed, the one used last first. */
  @GET
  public JsonArray list() {
    AccessToken token = caller.required();
    JsonArrayBuilder list = Json.createArrayBuilder();
    sessions
        .aliveOf(token.accountId())
        .forEach(session -> list.add(SessionView.of(session, token.sessionId())));
    return list.build();
  }

  /** Ends one of them. Another's is as unknown as one that never was. */
  @DELETE
  @Path("{id: [A-Za-z0-9_-]{22}}")
  public void end(@PathParam("id") String id) {
    if (!sessions.end(caller.required().accountId(), id, EndReason.LOGOUT)) {
      throw Problem.NOT_FOUND.refusal();
    }
  }

  /** Ends all others, and with {@code ?all=true} the one at hand too. */
  @DELETE
  public void endOthers(@QueryParam("all") @DefaultValue("false") String all) {
    AccessToken token = caller.required();
    switch (all) {
      case "true" -> sessions.endAll(token.accountId(), EndReason.LOGOUT);
      case "false" -> sessions.endOthers(token.accountId(), token.sessionId(), EndReason.LOGOUT);
      default -> throw Problem.BAD_REQUEST.refusal();
    }
  }
}
