package dev.signet.password;

import dev.signet.input.Fields;
import dev.signet.lifecycle.Reauthentication;
import dev.signet.page.Pages;
import dev.signet.platform.Refusal;
import dev.signet.strength.PasswordPolicy;
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

/** Where somebody who is logged in chooses another password. */
@Path("account/password")
@ApplicationScoped
@RolesAllowed("user")
@Produces(MediaType.TEXT_HTML)
public class ChangePasswordPage {

  @Inject PasswordChange change;
  @Inject PasswordPolicy policy;
  @Inject Reauthentication reauthentication;
  @Inject Pages pages;

  @GET
  public Response show() {
    return pages.show("change_password", form());
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response change(Fields fields) {
    try {
      change.choose(fields);
      return pages.goTo("/account?done=password");
    } catch (Refusal refusal) {
      return pages.refuse("change_password", form(), refusal);
    }
  }

  private Map<String, ?> form() {
    return Map.of("minimum", policy.minimum(), "username", reauthentication.account().username());
  }
}
