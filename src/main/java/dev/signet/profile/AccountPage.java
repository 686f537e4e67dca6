package dev.signet.profile;

import dev.signet.account.Account;
import dev.signet.input.Fields;
import dev.signet.lifecycle.Profiles;
import dev.signet.page.Pages;
import dev.signet.platform.Refusal;
import dev.signet.revocation.EndReason;
import dev.signet.session.Sessions;
import dev.signet.token.Caller;
import jakarta.annotation.security.RolesAllowed;
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

/** My account: what it says of me, and where I am logged in. */
@Path("account")
@ApplicationScoped
@RolesAllowed("**")
@Produces(MediaType.TEXT_HTML)
public class AccountPage {

  private static final int LONGEST_ID = 22;

  @Inject Caller caller;
  @Inject Sessions sessions;
  @Inject Profiles profiles;
  @Inject AccountFacts facts;
  @Inject Pages pages;

  /**
   * Shows it.
   *
   * @param done what was changed just now
   */
  @GET
  public Response show(@QueryParam("done") @DefaultValue("") String done) {
    return pages.show("account", facts.of(facts.account(), done));
  }

  @POST
  @Path("name")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response rename(Fields fields) {
    Account account = facts.account();
    try {
      profiles.rename(account.id(), fields);
      return pages.goTo("/account?done=name");
    } catch (Refusal refusal) {
      return pages.refuse("account", facts.of(account, ""), refusal, fields.typed("name"));
    }
  }

  /** Ends one session; one that has ended meanwhile is no mistake. */
  @POST
  @Path("sessions/end")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response end(Fields fields) {
    String id = fields.required("id", LONGEST_ID);
    fields.refuseIfWrong();
    sessions.end(caller.required().accountId(), id, EndReason.LOGOUT);
    return pages.goTo("/account?done=session");
  }

  @POST
  @Path("sessions/end-others")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response endOthers() {
    sessions.endOthers(
        caller.required().accountId(), caller.required().sessionId(), EndReason.LOGOUT);
    return pages.goTo("/account?done=sessions");
  }
}
