package dev.signet.password;

import dev.signet.account.Account;
import dev.signet.account.Credentials;
import dev.signet.input.Fields;
import dev.signet.lifecycle.PasswordChanges;
import dev.signet.lifecycle.Reauthentication;
import dev.signet.strength.PasswordPolicy;
import dev.signet.token.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The change of the caller's password. */
@Path("api/auth/password/change")
@ApplicationScoped
@RolesAllowed("user")
@Consumes({
  MediaType.APPLICATION_JSON,
  MediaType.APPLICATION_FORM_URLENCODED,
  MediaType.MULTIPART_FORM_DATA
})
@Produces(MediaType.APPLICATION_JSON)
public class ChangePasswordResource {

  @Inject Caller caller;
  @Inject Reauthentication reauthentication;
  @Inject PasswordPolicy policy;
  @Inject Credentials credentials;
  @Inject PasswordChanges changes;

  /** Who changes it gives the one before (ASVS 5.0 6.2.3); all other sessions end. */
  @POST
  public void change(Fields fields) {
    Account account = reauthentication.account();
    String current = fields.exact("current_password", PasswordPolicy.LONGEST);
    String chosen = policy.choose(fields, "new_password", account.about());
    fields.refuseIfWrong();
    reauthentication.require(account, "current_password", current);
    changes.change(account, credentials.hash(chosen), caller.required().sessionId());
  }
}
