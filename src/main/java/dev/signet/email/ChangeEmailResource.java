package dev.signet.email;

import dev.signet.account.Account;
import dev.signet.input.Fields;
import dev.signet.lifecycle.EmailAddresses;
import dev.signet.lifecycle.Reauthentication;
import dev.signet.origin.RequestOrigin;
import dev.signet.page.Notice;
import dev.signet.problem.FieldErrors;
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

  @Inject Reauthentication reauthentication;
  @Inject EmailAddresses addresses;
  @Inject RequestOrigin origin;

  /** At once, or when the link is opened that the new address is mailed. */
  @POST
  public Response change(
      Fields fields, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String acceptLanguage) {
    ChangeEmailRequest request = ChangeEmailRequest.parse(fields);
    Account account = reauthentication.account();
    reauthentication.require(account, "password", request.password());
    if (account.hasEmail(request.email())) {
      throw FieldErrors.of("email", "email_same");
    }
    boolean changed = addresses.ask(account, request.email(), origin.origin());
    return Response.status(changed ? Response.Status.OK : Response.Status.ACCEPTED)
        .entity(Notice.of(changed ? "email_changed" : "email_change_mailed", acceptLanguage))
        .build();
  }
}
