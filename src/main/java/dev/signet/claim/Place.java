package dev.signet.claim;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where contributors may add something.
 *
 * @param word what one that is added is called
 * @param group the prefix below which account attributes are added by configuration alone; empty
 *     where they are not
 * @param reserved the names that nobody may add
 */
record Place(String word, String group, Set<String> reserved) {

  /** The claims that decide whom a token is for, from whom and until when. */
  static final Place ACCESS_TOKEN =
      new Place(
          "claim",
          "signet.token.claims",
          Set.of(
              "iss",
              "sub",
              "aud",
              "exp",
              "nbf",
              "iat",
              "jti",
              "upn",
              "groups",
              "token_type",
              "user_id",
              "sid",
              "gen",
              "account_version",
              "auth_time",
              "client_id",
              "scope",
              "sector",
              "refresh_exp",
              "azp",
              "acr",
              "amr",
              "nonce",
              "at_hash",
              "c_hash",
              "cnf",
              "act",
              "events",
              "roles",
              "entitlements"));

  /** The members by which clients find the tokens, or know that they were refused. */
  static final Place LOGIN_ANSWER =
      new Place(
          "member",
          "signet.answer",
          Set.of(
              "access",
              "refresh",
              "token",
              "token_type",
              "expires_in",
              "refresh_expires_in",
              "csrf_token",
              "user",
              "detail",
              "code",
              "messages",
              "non_field_errors",
              "type",
              "title",
              "status"));

  /** The same, so that no ID token looks like an access token, and what ID tokens have beside. */
  static final Place USER_INFO =
      new Place(
          "claim",
          "",
          Stream.concat(
                  ACCESS_TOKEN.reserved().stream(),
                  Stream.of("s_hash", "_claim_names", "_claim_sources"))
              .collect(Collectors.toUnmodifiableSet()));

  boolean reserves(String name) {
    return reserved.contains(name);
  }
}
