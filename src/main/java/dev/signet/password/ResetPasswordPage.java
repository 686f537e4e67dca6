package dev.signet.password;

import dev.signet.input.Fields;
import dev.signet.lifecycle.PasswordChanges;
import dev.signet.link.Links;
import dev.signet.origin.RequestOrigin;
import dev.signet.page.Pages;
import dev.signet.platform.Refusal;
import dev.signet.problem.ProblemException;
import dev.signet.strength.PasswordPolicy;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/**
 * Where links lead that let somebody choose a password. To open one changes nothing. Its form needs
 * no proof against forgery of requests: it is worth nothing to who does not know the token, and
 * logs nobody in.
 */
@Path("reset-password")
@ApplicationScoped
@PermitAll
@Produces(MediaType.TEXT_HTML)
public class ResetPasswordPage {

  @Inject PasswordChanges changes;
  @Inject Reset reset;
  @Inject PasswordPolicy policy;
  @Inject Pages pages;
  @Inject RequestOrigin origin;

  @GET
  public Response show(@QueryParam("token") @DefaultValue("") String token) {
    try {
      changes.open(token);
      return pages.show("reset_password", form(token));
    } catch (ProblemException refusal) {
      return offerAnother(refusal);
    }
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response reset(Fields fields) {
    String token = fields.optional("token", Links.LONGEST_TOKEN);
    try {
      reset.choose(token, fields, origin.origin());
      return pages.show("done", Map.of("title", "page_reset_title", "sentence", "page_reset_done"));
    } catch (Refusal refusal) {
      return Links.areRefused(refusal)
          ? offerAnother(refusal)
          : pages.refuse("reset_password", form(token), refusal);
    }
  }

  private Map<String, ?> form(String token) {
    return Map.of("token", token, "minimum", policy.minimum());
  }

  private Response offerAnother(Refusal refusal) {
    return pages.refuse("mail_a_link", ForgotPasswordPage.FORM, refusal);
  }
}
