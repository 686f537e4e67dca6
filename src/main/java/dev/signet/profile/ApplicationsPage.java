package dev.signet.profile;

import dev.signet.consent.Consents;
import dev.signet.input.Fields;
import dev.signet.page.Pages;
import dev.signet.token.Caller;
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

/** The button beside a client on my account's page. */
@Path("account/applications")
@ApplicationScoped
@RolesAllowed("**")
@Produces(MediaType.TEXT_HTML)
public class ApplicationsPage {

  private static final int LONGEST_ID = 100;

  @Inject Caller caller;
  @Inject Consents consents;
  @Inject Pages pages;

  /** They stand on the page of the account. */
  @GET
  public Response show() {
    return pages.goTo("/account");
  }

  /** Allows a client nothing any more; one that has lost all meanwhile is no mistake. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response revoke(Fields fields) {
    String client = fields.required("client_id", LONGEST_ID);
    fields.refuseIfWrong();
    consents.revoke(caller.required().accountId(), client);
    return pages.goTo("/account?done=application");
  }
}
