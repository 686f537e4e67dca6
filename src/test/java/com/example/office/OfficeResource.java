package com.example.office;

import dev.signet.account.Credentials;
import dev.signet.input.Fields;
import dev.signet.problem.Problem;
import dev.signet.session.AccountChanges;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Lets administrators change accounts. */
@Path("api/office/{account}")
@ApplicationScoped
@RolesAllowed("admin")
@Consumes(MediaType.APPLICATION_JSON)
public class OfficeResource {

  @Inject AccountChanges changes;
  @Inject Credentials credentials;

  @PUT
  @Path("active")
  public void enable(@PathParam("account") UUID account, Fields fields) {
    boolean active = fields.flag("active");
    fields.refuseIfWrong();
    found(active ? changes.enable(account) : changes.disable(account));
  }

  @PUT
  @Path("roles")
  public void changeRoles(@PathParam("account") UUID account, Fields fields) {
    String roles = fields.required("roles", 100);
    fields.refuseIfWrong();
    found(changes.changeRoles(account, Set.of(roles.split(" ", -1))));
  }

  @PUT
  @Path("password")
  public void changePassword(@PathParam("account") UUID account, Fields fields) {
    String password = fields.exact("password", 256);
    String kept = fields.optional("kept_session", 22);
    fields.refuseIfWrong();
    Optional<String> session = Optional.of(kept).filter(id -> !id.isEmpty());
    found(changes.changePassword(account, credentials.hash(password), session));
  }

  @DELETE
  public void delete(@PathParam("account") UUID account) {
    found(changes.delete(account));
  }

  private static void found(boolean found) {
    if (!found) {
      throw Problem.NOT_FOUND.refusal();
    }
  }
}
