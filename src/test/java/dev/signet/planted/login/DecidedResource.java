package dev.signet.planted.login;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** Resource methods that say who may call them, as they should. */
@Path("login")
public class DecidedResource {
  @GET
  @RolesAllowed("user")
  public void some() {}

  @POST
  @DenyAll
  public void none() {}
}
