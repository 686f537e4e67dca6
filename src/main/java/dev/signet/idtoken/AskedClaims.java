package dev.signet.idtoken;

import com.nimbusds.openid.connect.sdk.claims.ClaimsSetRequest;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which single claims a client has asked for (OpenID Connect Core 1.0 §5.5).
 *
 * @param idToken those that it wants in the ID token
 * @param userInfo those that it wants from the UserInfo endpoint
 */
public record AskedClaims(Set<String> idToken, Set<String> userInfo) {

  /** None. */
  public static final AskedClaims NONE = new AskedClaims(Set.of(), Set.of());

  public AskedClaims {
    idToken = Set.copyOf(idToken);
    userInfo = Set.copyOf(userInfo);
  }

  /** Those of a parameter {@code claims} that was understood when it came. */
  public static AskedClaims of(Optional<String> json) {
    return json.flatMap(AskedClaims::parse).orElse(NONE);
  }

  /** Those of a parameter {@code claims}; empty where it is none. */
  public static Optional<AskedClaims> parse(String json) {
    return ClaimsParameter.parse(json)
        .map(
            request ->
                new AskedClaims(
                    names(request.getIDTokenClaimsRequest()),
                    names(request.getUserInfoClaimsRequest())));
  }

  /** Those of them that have some names. */
  public AskedClaims within(Set<String> names) {
    return new AskedClaims(within(idToken, names), within(userInfo, names));
  }

  private static Set<String> within(Set<String> claims, Set<String> names) {
    return claims.stream().filter(names::contains).collect(Collectors.toSet());
  }

  /** All of them, wherever they are wanted. */
  public Set<String> all() {
    return Stream.of(idToken, userInfo).flatMap(Set::stream).collect(Collectors.toSet());
  }

  /** As a parameter {@code claims}, in the order of the names. */
  public String json() {
    return Json.createObjectBuilder()
        .add("id_token", json(idToken))
        .add("userinfo", json(userInfo))
        .build()
        .toString();
  }

  private static JsonObjectBuilder json(Set<String> claims) {
    JsonObjectBuilder json = Json.createObjectBuilder();
    claims.stream().sorted().forEach(json::addNull);
    return json;
  }

  private static Set<String> names(@Nullable ClaimsSetRequest request) {
    return request == null
        ? Set.of()
        : request.getEntries().stream()
            .map(ClaimsSetRequest.Entry::getClaimName)
            .collect(Collectors.toSet());
  }
}
