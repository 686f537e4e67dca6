package dev.signet.token;

import dev.signet.account.AccountView;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Map;

/** What the JSON API answers to who has logged in, by whatever way. */
public final class LoginAnswer {

  private LoginAnswer() {}

  /** The tokens, how many seconds each is good for, the account, and what contributors add. */
  public static JsonObject of(IssuedTokens tokens) {
    return extended(
        Json.createObjectBuilder()
            .add("access", tokens.access())
            .add("refresh", tokens.refresh())
            .add("token_type", "Bearer")
            .add("expires_in", tokens.accessLifetime().toSeconds())
            .add("refresh_expires_in", tokens.refreshLifetime().toSeconds())
            .add("user", AccountView.of(tokens.account())),
        tokens.members());
  }

  /** An answer of other standard members, and after them what contributors add. */
  public static JsonObject extended(JsonObjectBuilder answer, Map<String, Object> members) {
    return answer.addAll(Json.createObjectBuilder(members)).build();
  }
}
