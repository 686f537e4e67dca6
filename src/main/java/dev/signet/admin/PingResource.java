package dev.signet.admin;

import dev.signet.account.Account;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Tells an administrator that he is one. */
@Path("api/admin/ping")
@ApplicationScoped
@RolesAllowed(Account.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
public class PingResource {

  @GET
  public JsonObject ping() {
    return Json.createObjectBuilder().add("admin", true).build();
  }
}
