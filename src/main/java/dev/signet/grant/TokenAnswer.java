package dev.signet.grant;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.util.Optional;

/**
 * What a client is answered that was given tokens (RFC 6749 §5.1).
 *
 * @param scope what the access token allows
 * @param refresh where it may ask again
 * @param idToken where it has asked who the person is (OpenID Connect Core 1.0 §3.1.3.3)
 */
public record TokenAnswer(
    String access,
    Duration lifetime,
    String scope,
    Optional<String> refresh,
    Optional<String> idToken) {

  JsonObject json() {
    JsonObjectBuilder answer =
        Json.createObjectBuilder()
            .add("access_token", access)
            .add("token_type", "Bearer")
            .add("expires_in", lifetime.toSeconds())
            .add("scope", scope);
    refresh.ifPresent(token -> answer.add("refresh_token", token));
    idToken.ifPresent(token -> answer.add("id_token", token));
    return answer.build();
  }

  /** Shows no token, wherever it is printed. */
  @Override
  public String toString() {
    return "TokenAnswer[" + scope + "]";
  }
}
