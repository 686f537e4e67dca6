package dev.signet.password;

import dev.signet.account.IdentifierKey;
import dev.signet.input.Fields;
import dev.signet.link.LinkRequests;
import dev.signet.link.Purpose;
import dev.signet.origin.RequestOrigin;
import dev.signet.page.Pages;
import dev.signet.platform.Refusal;
import jakarta.annotation.security.PermitAll;
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

/**
 * Where somebody asks for a link to choose another password. Its form needs no proof against
 * forgery of requests: anybody may ask it for anybody.
 */
@Path("forgot-password")
@ApplicationScoped
@PermitAll
@Produces(MediaType.TEXT_HTML)
public class ForgotPasswordPage {

  /** What the form says. */
  static final Map<String, String> FORM =
      Map.of(
          "title", "page_forgot_title",
          "sentence", "page_forgot_question",
          "action", "forgot-password",
          "button", "page_forgot_button");

  @Inject LinkRequests requests;
  @Inject RequestOrigin origin;
  @Inject Pages pages;

  @GET
  public Response show() {
    return pages.show("mail_a_link", FORM);
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response forgot(Fields fields) {
    try {
      String email = IdentifierKey.email(fields);
      fields.refuseIfWrong();
      requests.add(Purpose.RESET_PASSWORD, email, origin.origin());
    } catch (Refusal refusal) {
      return pages.refuse("mail_a_link", FORM, refusal, fields.typed("email"));
    }
    return pages.show("done", Map.of("title", "page_mailed_title", "sentence", "link_mailed"));
  }
}
