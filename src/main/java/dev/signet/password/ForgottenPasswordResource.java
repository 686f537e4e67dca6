package dev.signet.password;

import dev.signet.account.IdentifierKey;
import dev.signet.input.Fields;
import dev.signet.link.LinkRequests;
import dev.signet.link.Links;
import dev.signet.link.Purpose;
import dev.signet.origin.RequestOrigin;
import dev.signet.page.Notice;
import jakarta.annotation.security.PermitAll;
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

/** The way back in for those who have forgotten their password. */
@Path("api/auth/password")
@ApplicationScoped
@PermitAll
@Consumes({
  MediaType.APPLICATION_JSON,
  MediaType.APPLICATION_FORM_URLENCODED,
  MediaType.MULTIPART_FORM_DATA
})
@Produces(MediaType.APPLICATION_JSON)
public class ForgottenPasswordResource {

  @Inject LinkRequests requests;
  @Inject RequestOrigin origin;
  @Inject Reset reset;

  /** Mails a link, if there is an account with the address: the answer does not tell. */
  @POST
  @Path("forgot")
  public Response forgot(
      Fields fields, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String acceptLanguage) {
    String email = IdentifierKey.email(fields);
    fields.refuseIfWrong();
    requests.add(Purpose.RESET_PASSWORD, email, origin.origin());
    return Response.accepted(Notice.of("link_mailed", acceptLanguage)).build();
  }

  /** Spends the token of a link for a new password; all sessions end. */
  @POST
  @Path("reset")
  public void reset(Fields fields) {
    String token = fields.required("token", Links.LONGEST_TOKEN);
    fields.refuseIfWrong();
    reset.choose(token, fields, origin.origin());
  }
}
