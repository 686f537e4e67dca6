package com.example.office;

import dev.signet.account.Account;
import dev.signet.account.Accounts;
import dev.signet.account.Credentials;
import dev.signet.input.Fields;
import dev.signet.lifecycle.AccountChanges;
import dev.signet.lifecycle.PasswordChanges;
import dev.signet.problem.Problem;
import dev.signet.strength.PasswordPolicy;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Lets administrators change accounts. */
@Path("api/office/{account}")
@ApplicationScoped
@RolesAllowed("admin")
@Consumes(MediaType.APPLICATION_JSON)
public class OfficeResource {

  @Inject AccountChanges changes;
  @Inject PasswordChanges passwords;
  @Inject Accounts accounts;
  @Inject PasswordPolicy policy;
  @Inject Credentials credentials;

  @PUT
  @Path("active")
  public void enable(@PathParam("account") UUID account, Fields fields) {
    boolean active = fields.flag("active");
    fields.refuseIfWrong();
    found(active ? changes.enable(account) : changes.disable(account));
  }

  @PUT
  @Path("roles")
  public void changeRoles(@PathParam("account") UUID account, Fields fields) {
    String roles = fields.required("roles", 100);
    fields.refuseIfWrong();
    found(changes.changeRoles(account, Set.copyOf(List.of(roles.split("\\s+", -1)))));
  }

  @PUT
  @Path("password")
  public void changePassword(@PathParam("account") UUID account, Fields fields) {
    Account changed = accounts.find(account).orElseThrow(Problem.NOT_FOUND::refusal);
    String password = policy.choose(fields, "password", changed.about());
    String kept = fields.optional("kept_session", 22);
    fields.refuseIfWrong();
    Optional<String> session = Optional.of(kept).filter(id -> !id.isEmpty());
    found(passwords.change(account, credentials.hash(password), session));
  }

  /** In one transaction with what it has read before. */
  @DELETE
  @Path("roles")
  @Transactional
  public void demote(@PathParam("account") UUID account) {
    Account asked = accounts.find(account).orElseThrow(Problem.NOT_FOUND::refusal);
    if (asked.isAdmin()) {
      changes.changeRoles(account, Set.of("user"));
    }
  }

  @DELETE
  public void delete(@PathParam("account") UUID account) {
    found(changes.delete(account));
  }

  private static void found(boolean found) {
    if (!found) {
      throw Problem.NOT_FOUND.refusal();
    }
  }
}
