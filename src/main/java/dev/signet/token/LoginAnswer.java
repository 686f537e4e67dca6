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

  /**
   * The same without the tokens, for a browser that keeps them in cookies: no script is to see them
   * (ASVS 5.0 3.3.4).
   *
   * @param csrf what a script shows with a request that changes something
   */
  public static JsonObject besideCookies(IssuedTokens tokens, String csrf) {
    return extended(
        Json.createObjectBuilder()
            .add("expires_in", tokens.accessLifetime().toSeconds())
            .add("refresh_expires_in", tokens.refreshLifetime().toSeconds())
            .add("csrf_token", csrf)
            .add("user", AccountView.of(tokens.account())),
        tokens.members());
  }

  /** An answer of other standard members, and after them what contributors add. */
  public static JsonObject extended(JsonObjectBuilder answer, Map<String, Object> members) {
    return answer.addAll(Json.createObjectBuilder(members)).build();
  }
}
