package dev.signet.oidc;

import com.nimbusds.oauth2.sdk.util.URLUtils;
import dev.signet.client.RegisteredClient;
import dev.signet.client.RegisteredClients;
import dev.signet.idtoken.IdTokenHint;
import dev.signet.idtoken.IdTokens;
import dev.signet.oauth.OAuthForm;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What a client asks for that sends somebody to log out (<a
 * href="https://openid.net/specs/openid-connect-rpinitiated-1_0.html#RPLogout">OpenID Connect
 * RP-Initiated Logout 1.0 §2</a>).
 *
 * @param hint what it shows of the login; empty for nothing, and for what is no ID token of ours
 * @param client who it is, as far as that is known
 */
record LogoutRequest(
    OAuthForm form, Optional<IdTokenHint> hint, Optional<RegisteredClient> client) {

  private static final String HINT = "id_token_hint";
  private static final String CLIENT = "client_id";
  private static final String GOAL = "post_logout_redirect_uri";
  private static final String STATE = "state";

  /**
   * Reads it. A client that calls itself by another name than its ID token is nobody.
   *
   * @throws dev.signet.oauth.OAuthException where a parameter is there twice, or malformed
   */
  static LogoutRequest of(OAuthForm form, IdTokens idTokens, RegisteredClients clients) {
    form.refuseRepeated();
    Optional<String> named = form.optional(CLIENT);
    Optional<IdTokenHint> hint =
        form.optional(HINT)
            .flatMap(idTokens::hint)
            .filter(shown -> named.isEmpty() || named.get().equals(shown.clientId()));
    Optional<String> id = form.optional(HINT).isPresent() ? hint.map(IdTokenHint::clientId) : named;
    return new LogoutRequest(form, hint, id.flatMap(clients::find));
  }

  /** Whether it is about a browser's only session, and not about one that it does not know of. */
  boolean isOf(List<String> sessions, IdTokens idTokens) {
    return hint.filter(
            shown ->
                sessions.stream()
                    .allMatch(
                        session -> shown.sid().equals(idTokens.sid(session, shown.clientId()))))
        .isPresent();
  }

  /** Whose login it is about, by what the client shows of it. */
  Optional<UUID> account(IdTokens idTokens) {
    return hint.flatMap(shown -> client.flatMap(one -> idTokens.account(shown.subject(), one)));
  }

  /** Whether it asks for nothing that it may not ask for. */
  boolean isSound() {
    return form.optional(GOAL).isEmpty() || goal().isPresent();
  }

  /**
   * Where the browser goes then (§3): to an address that the client has registered, by its text.
   */
  Optional<String> goal() {
    return form.optional(GOAL)
        .filter(uri -> client.filter(one -> one.addresses().mayGoToAfterLogout(uri)).isPresent())
        .map(this::withState);
  }

  private String withState(String uri) {
    return form.optional(STATE)
        .map(state -> URLUtils.serializeParameters(Map.of(STATE, List.of(state))))
        .map(query -> uri + (uri.contains("?") ? "&" : "?") + query)
        .orElse(uri);
  }

  /** What a form of ours is to send again. */
  Map<String, String> fields() {
    Map<String, String> fields = new LinkedHashMap<>();
    List.of(HINT, CLIENT, GOAL, STATE)
        .forEach(name -> form.optional(name).ifPresent(value -> fields.put(name, value)));
    return fields;
  }

  /** The same as a query. */
  String text() {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    fields().forEach((name, value) -> parameters.put(name, List.of(value)));
    return new OAuthForm(parameters).text();
  }
}
