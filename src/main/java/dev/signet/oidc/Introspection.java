package dev.signet.oidc;

import dev.signet.claim.VerifiedClaims;
import dev.signet.client.RegisteredClient;
import dev.signet.token.ClientTokens.Shown;
import dev.signet.token.VerifiedToken.OfClient;
import dev.signet.token.VerifiedToken.RefreshToken;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is said of a token (<a href="https://www.rfc-editor.org/rfc/rfc7662#section-2.2">RFC 7662
 * §2.2</a>), and to whom (§4): of an access token to whose it is, and to whom it is for, which is a
 * client that has the audience, or is it. Of a refresh token to whose it is; nobody else is ever
 * shown one, so nothing is said of those of our own clients.
 */
final class Introspection {

  /** What is said of everything else; it does not tell of whose or why. */
  static final JsonObject INACTIVE = Json.createObjectBuilder().add("active", false).build();

  /** In the order of the RFC. Who the person is by name, a client asks the UserInfo endpoint. */
  private static final List<String> SAID =
      List.of(
          "scope", "client_id", "exp", "iat", "sub", "aud", "iss", "jti", "auth_time", "groups");

  private Introspection() {}

  /** Of an access token that is good; empty for who is not to know. */
  static Optional<JsonObject> of(Shown token, RegisteredClient asking) {
    boolean own = token.clientId().filter(asking.id()::equals).isPresent();
    if (!own && !isFor(token.claims().texts("aud"), asking)) {
      return Optional.empty();
    }
    VerifiedClaims claims = token.claims();
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("active", true);
    said.put("token_type", "Bearer");
    SAID.stream().filter(claims::has).forEach(name -> said.put(name, claims.values().get(name)));
    return Optional.of(Json.createObjectBuilder(said).build());
  }

  private static boolean isFor(List<String> audience, RegisteredClient asking) {
    return audience.contains(asking.id())
        || asking.rights().audiences().stream().anyMatch(audience::contains);
  }

  /** Of a refresh token that is good; empty for who is not to know. */
  static Optional<JsonObject> of(RefreshToken token, RegisteredClient asking) {
    return token
        .client()
        .filter(client -> client.id().equals(asking.id()))
        .map(Introspection::said);
  }

  private static JsonObject said(OfClient client) {
    return Json.createObjectBuilder()
        .add("active", true)
        .add("scope", client.scope())
        .add("client_id", client.id())
        .build();
  }
}
