package dev.signet.token;

import dev.signet.account.AccountView;
import jakarta.json.Json;
import jakarta.json.JsonObject;

/** What the JSON API answers to who has logged in, by whatever way. */
public final class LoginAnswer {

  private LoginAnswer() {}

  /** The tokens, how many seconds each is good for, and the account. */
  public static JsonObject of(IssuedTokens tokens) {
    return Json.createObjectBuilder()
        .add("access", tokens.access())
        .add("refresh", tokens.refresh())
        .add("token_type", "Bearer")
        .add("expires_in", tokens.accessLifetime().toSeconds())
        .add("refresh_expires_in", tokens.refreshLifetime().toSeconds())
        .add("user", AccountView.of(tokens.account()))
        .build();
  }
}
