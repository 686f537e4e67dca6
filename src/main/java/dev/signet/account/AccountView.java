package dev.signet.account;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/** What an account shows of itself to its owner: never its password's hash. */
public final class AccountView {

  private AccountView() {}

  /** The account as JSON. */
  public static JsonObject of(Account account) {
    JsonObjectBuilder view =
        Json.createObjectBuilder()
            .add("id", account.id().toString())
            .add("username", account.username())
            .add("email", account.email())
            .add("email_verified", account.emailVerifiedAt().isPresent())
            .add("name", account.name())
            .add("is_admin", account.isAdmin())
            .add("roles", Json.createArrayBuilder(account.roles().stream().sorted().toList()))
            .add("created_at", account.createdAt().toString());
    account.lastLoginAt().ifPresent(at -> view.add("last_login", at.toString()));
    return view.build();
  }
}
