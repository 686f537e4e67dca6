package dev.signet.profile;

import dev.signet.account.Account;
import dev.signet.account.AccountView;
import dev.signet.account.LoginPolicy;
import dev.signet.token.AccessToken;
import dev.signet.token.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The caller: the account as it is now, and what the token says of it. */
@Path("api/me")
@ApplicationScoped
@RolesAllowed("user")
@Produces(MediaType.APPLICATION_JSON)
public class MeResource {

  @Inject Caller caller;
  @Inject LoginPolicy policy;

  @GET
  public JsonObject me() {
    AccessToken token = caller.required();
    Account account = policy.usable(token.accountId());
    return Json.createObjectBuilder()
        .add("user", AccountView.of(account))
        .add("token", Json.createObjectBuilder(token.claims()))
        .build();
  }
}
