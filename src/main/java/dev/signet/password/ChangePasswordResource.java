package dev.signet.password;

import dev.signet.input.Fields;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The change of the caller's password. */
@Path("api/auth/password/change")
@ApplicationScoped
@RolesAllowed("user")
@Consumes({
  MediaType.APPLICATION_JSON,
  MediaType.APPLICATION_FORM_URLENCODED,
  MediaType.MULTIPART_FORM_DATA
})
@Produces(MediaType.APPLICATION_JSON)
public class ChangePasswordResource {

  @Inject PasswordChange change;

  /** Who changes it gives the one before; all other sessions end. */
  @POST
  public void change(Fields fields) {
    change.choose(fields);
  }
}
