package dev.signet.email;

import dev.signet.account.IdentifierKey;
import dev.signet.delivery.LoginDelivery;
import dev.signet.input.Fields;
import dev.signet.lifecycle.EmailAddresses;
import dev.signet.lifecycle.FirstLogin;
import dev.signet.link.LinkRequests;
import dev.signet.link.Links;
import dev.signet.link.Purpose;
import dev.signet.origin.RequestOrigin;
import dev.signet.page.Notice;
import dev.signet.session.SessionKind;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The proof that an address is one's own. */
@Path("api/auth/email")
@ApplicationScoped
@PermitAll
@Consumes({
  MediaType.APPLICATION_JSON,
  MediaType.APPLICATION_FORM_URLENCODED,
  MediaType.MULTIPART_FORM_DATA
})
@Produces(MediaType.APPLICATION_JSON)
public class EmailResource {

  @Inject EmailAddresses addresses;
  @Inject LinkRequests requests;
  @Inject FirstLogin login;
  @Inject LoginDelivery delivery;
  @Inject RequestOrigin origin;

  /**
   * Spends the token of a link. The account that had waited for it is logged in; one that could log
   * in before is not, since a mail is no proof of who somebody is (ASVS 5.0 6.3.6).
   */
  @POST
  @Path("verify")
  public JsonObject verify(
      Fields fields, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String acceptLanguage) {
    SessionKind kind = delivery.kind(fields);
    String token = fields.required("token", Links.LONGEST_TOKEN);
    fields.refuseIfWrong();
    return addresses
        .confirm(token, origin.origin())
        .map(account -> delivery.answer(login.of(account, kind)))
        .orElseGet(() -> Notice.of("email_confirmed", acceptLanguage));
  }

  /** Mails a new link, if there is an account that waits for one: the answer does not tell. */
  @POST
  @Path("resend")
  public Response resend(
      Fields fields, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String acceptLanguage) {
    String email = IdentifierKey.email(fields);
    fields.refuseIfWrong();
    requests.add(Purpose.VERIFY_EMAIL, email, origin.origin());
    return Response.accepted(Notice.of("link_mailed", acceptLanguage)).build();
  }
}
