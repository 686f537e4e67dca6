package dev.signet.email;

import dev.signet.input.Fields;
import dev.signet.page.Notice;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The change of the caller's e-mail address. */
@Path("api/auth/email/change")
@ApplicationScoped
@RolesAllowed("user")
@Consumes({
  MediaType.APPLICATION_JSON,
  MediaType.APPLICATION_FORM_URLENCODED,
  MediaType.MULTIPART_FORM_DATA
})
@Produces(MediaType.APPLICATION_JSON)
public class ChangeEmailResource {

  @Inject AddressChange change;

  /** At once, or when the link is opened that the new address is mailed. */
  @POST
  public Response change(
      Fields fields, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String acceptLanguage) {
    boolean changed = change.ask(fields);
    return Response.status(changed ? Response.Status.OK : Response.Status.ACCEPTED)
        .entity(Notice.of(changed ? "email_changed" : "email_change_mailed", acceptLanguage))
        .build();
  }
}
