package dev.signet.oidc;

import dev.signet.assertion.ClientKeys;
import dev.signet.client.ClientProof.Method;
import dev.signet.idtoken.IdTokens;
import dev.signet.idtoken.UserClaims;
import dev.signet.oauth.Scope;
import dev.signet.platform.Texts;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What this provider is and can do (<a
 * href="https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderMetadata">OpenID Connect
 * Discovery 1.0 §3</a>, <a href="https://www.rfc-editor.org/rfc/rfc8414#section-2">RFC 8414 §2</a>,
 * RFC 9207 §3, OpenID Connect RP-Initiated Logout 1.0 §2.1 and Back-Channel Logout 1.0 §2.1).
 *
 * <p>Not written by the library: its own setters ask for JOSE types, which only {@code key} sees.
 *
 * @param issuer below which everything is
 * @param userClaims what clients can know of somebody
 */
record ProviderMetadata(String issuer, UserClaims userClaims) {

  /** Beyond those of {@link UserClaims}. */
  private static final List<String> CLAIMS =
      List.of("sub", "iss", "aud", "exp", "iat", "auth_time", "nonce", "acr", "amr", "sid");

  private static final List<String> METHODS =
      Arrays.stream(Method.values()).map(Method::text).toList();

  String json() {
    JsonObjectBuilder metadata = Json.createObjectBuilder().add("issuer", issuer);
    addEndpoints(metadata);
    addRequests(metadata);
    addAnswers(metadata);
    addAuthentication(metadata);
    return metadata.build().toString();
  }

  private void addEndpoints(JsonObjectBuilder metadata) {
    metadata
        .add("authorization_endpoint", at("authorize"))
        .add("token_endpoint", at("token"))
        .add("userinfo_endpoint", at("userinfo"))
        .add("introspection_endpoint", at("introspect"))
        .add("revocation_endpoint", at("revoke"))
        .add("end_session_endpoint", at("logout"))
        .add("jwks_uri", at("jwks"));
  }

  private String at(String name) {
    return issuer + "/oauth2/" + name;
  }

  private void addRequests(JsonObjectBuilder metadata) {
    add(metadata, "response_types_supported", "code");
    add(metadata, "response_modes_supported", "query", "form_post");
    add(
        metadata,
        "grant_types_supported",
        "authorization_code",
        "refresh_token",
        "client_credentials");
    add(metadata, "code_challenge_methods_supported", "S256");
    add(
        metadata,
        "scopes_supported",
        joined(Scope.OF_NO_CLAIMS, userClaims.scopesOf(userClaims.names())));
    add(metadata, "prompt_values_supported", "none", "login", "consent", "select_account");
    add(metadata, "display_values_supported", "page");
    add(metadata, "acr_values_supported", IdTokens.ACR);
    add(
        metadata,
        "ui_locales_supported",
        Texts.all().stream().map(texts -> texts.language().toLanguageTag()).toList());
    metadata
        .add("claims_parameter_supported", true)
        .add("request_parameter_supported", false)
        .add("request_uri_parameter_supported", false);
  }

  private void addAnswers(JsonObjectBuilder metadata) {
    add(metadata, "subject_types_supported", "public", "pairwise");
    add(metadata, "id_token_signing_alg_values_supported", "RS256");
    add(metadata, "claim_types_supported", "normal");
    add(metadata, "claims_supported", joined(CLAIMS, userClaims.names()));
    metadata
        .add("authorization_response_iss_parameter_supported", true)
        .add("backchannel_logout_supported", true)
        .add("backchannel_logout_session_supported", true);
  }

  private static void addAuthentication(JsonObjectBuilder metadata) {
    List<String> confidential =
        METHODS.stream().filter(method -> !method.equals(Method.NONE.text())).toList();
    add(metadata, "token_endpoint_auth_methods_supported", METHODS);
    add(metadata, "revocation_endpoint_auth_methods_supported", METHODS);
    add(metadata, "introspection_endpoint_auth_methods_supported", confidential);
    for (String endpoint : List.of("token", "revocation", "introspection")) {
      add(
          metadata,
          endpoint + "_endpoint_auth_signing_alg_values_supported",
          ClientKeys.algorithms());
    }
  }

  private static List<String> joined(List<String> first, Set<String> others) {
    return Stream.concat(first.stream(), others.stream()).toList();
  }

  private static void add(JsonObjectBuilder metadata, String name, String... values) {
    add(metadata, name, List.of(values));
  }

  private static void add(JsonObjectBuilder metadata, String name, List<String> values) {
    metadata.add(name, Json.createArrayBuilder(values));
  }
}
