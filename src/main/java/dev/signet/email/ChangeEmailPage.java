package dev.signet.email;

import dev.signet.input.Fields;
import dev.signet.lifecycle.Reauthentication;
import dev.signet.page.Pages;
import dev.signet.platform.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** Where somebody who is logged in gives another address. */
@Path("account/email")
@ApplicationScoped
@RolesAllowed("user")
@Produces(MediaType.TEXT_HTML)
public class ChangeEmailPage {

  @Inject AddressChange change;
  @Inject Reauthentication reauthentication;
  @Inject Pages pages;

  @GET
  public Response show() {
    return pages.show("change_email", form());
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response change(Fields fields) {
    try {
      boolean changed = change.ask(fields);
      return pages.goTo("/account?done=" + (changed ? "email" : "email_mailed"));
    } catch (Refusal refusal) {
      return pages.refuse("change_email", form(), refusal, fields.typed("email"));
    }
  }

  /** Whose password it is, for what keeps passwords. */
  private Map<String, ?> form() {
    return Map.of("username", reauthentication.account().username());
  }
}
