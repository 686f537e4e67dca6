package dev.signet.email;

import dev.signet.account.IdentifierKey;
import dev.signet.input.Fields;
import dev.signet.lifecycle.EmailAddresses;
import dev.signet.link.LinkRequests;
import dev.signet.link.Links;
import dev.signet.link.Purpose;
import dev.signet.origin.RequestOrigin;
import dev.signet.page.Pages;
import dev.signet.platform.Refusal;
import dev.signet.problem.ProblemException;
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
 * Where links lead that prove an address. To open one changes nothing, since programs that look for
 * harm in mails do it too; the button on the page spends it, and logs nobody in.
 */
@Path("verify-email")
@ApplicationScoped
@PermitAll
@Produces(MediaType.TEXT_HTML)
public class VerifyEmailPage {

  @Inject EmailAddresses addresses;
  @Inject LinkRequests requests;
  @Inject Pages pages;
  @Inject RequestOrigin origin;

  @GET
  public Response show(@QueryParam("token") @DefaultValue("") String token) {
    try {
      String username = addresses.open(token).username();
      return pages.show("verify_email", Map.of("token", token, "username", username));
    } catch (ProblemException refusal) {
      return offerAnother(refusal);
    }
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response verify(Fields fields) {
    String token = fields.optional("token", Links.LONGEST_TOKEN);
    try {
      addresses.confirm(token, origin.origin());
      return done("page_verify_title", "page_verify_done");
    } catch (ProblemException refusal) {
      return Links.areRefused(refusal)
          ? offerAnother(refusal)
          : pages.refuse("problem", Map.of("title", "page_verify_title"), refusal);
    }
  }

  /** Where somebody comes who loads the page of the form again. */
  @GET
  @Path("resend")
  public Response showResend() {
    return pages.show("mail_a_link", form());
  }

  @POST
  @Path("resend")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response resend(Fields fields) {
    try {
      String email = IdentifierKey.email(fields);
      fields.refuseIfWrong();
      requests.add(Purpose.VERIFY_EMAIL, email, origin.origin());
      return done("page_mailed_title", "link_mailed");
    } catch (Refusal refusal) {
      return pages.refuse("mail_a_link", form(), refusal, fields.typed("email"));
    }
  }

  private Response done(String title, String sentence) {
    return pages.show("done", Map.of("title", title, "sentence", sentence));
  }

  private Response offerAnother(ProblemException refusal) {
    return pages.refuse("mail_a_link", form(), refusal);
  }

  private static Map<String, String> form() {
    return Map.of(
        "title", "page_verify_title",
        "sentence", "page_resend_offer",
        "action", "verify-email/resend",
        "button", "page_resend_button");
  }
}
