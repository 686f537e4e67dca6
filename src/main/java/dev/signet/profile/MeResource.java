package dev.signet.profile;

import dev.signet.account.Account;
import dev.signet.account.AccountView;
import dev.signet.account.LoginPolicy;
import dev.signet.input.Fields;
import dev.signet.lifecycle.Profiles;
import dev.signet.token.AccessToken;
import dev.signet.token.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
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
  @Inject Profiles profiles;

  @GET
  public JsonObject me() {
    return answer(policy.usable(caller.required().accountId()));
  }

  /** Gives the caller another {@code name}; what else is sent stays as it is. */
  @PATCH
  @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED})
  public JsonObject change(Fields fields) {
    Account account = policy.usable(caller.required().accountId());
    return answer(fields.has("name") ? profiles.rename(account.id(), fields) : account);
  }

  private JsonObject answer(Account account) {
    AccessToken token = caller.required();
    return Json.createObjectBuilder()
        .add("user", AccountView.of(account))
        .add("token", Json.createObjectBuilder(token.claims()))
        .build();
  }
}
