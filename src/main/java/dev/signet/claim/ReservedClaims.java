package dev.signet.claim;

import java.util.Set;

/**
 * The claims that decide whom a token is for, from whom and until when: contributors cannot set
 * them.
 */
final class ReservedClaims {

  private static final Set<String> NAMES =
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
          "auth_time",
          "client_id",
          "scope",
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
          "entitlements");

  private ReservedClaims() {}

  static boolean contains(String claim) {
    return NAMES.contains(claim);
  }
}
