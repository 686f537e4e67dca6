package dev.signet.claim;

import dev.signet.account.Account;
import dev.signet.platform.CannotStart;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** All contributors of claims together. */
public final class Contributions {

  private final List<AccessTokenClaims> contributors;

  /** Fails when two contributors want one claim, or one wants a reserved claim. */
  public Contributions(List<AccessTokenClaims> contributors) {
    this.contributors = List.copyOf(contributors);
    Set<String> taken = new TreeSet<>();
    for (AccessTokenClaims contributor : contributors) {
      contributor.names().forEach(claim -> refuseIfTaken(claim, taken, contributor));
    }
  }

  /** The claims of an account, in the order of their names. */
  public Map<String, Object> of(Account account) {
    Map<String, Object> all = new TreeMap<>();
    for (AccessTokenClaims contributor : contributors) {
      Map<String, Object> claims = contributor.claims(account);
      refuseUndeclared(claims.keySet(), contributor);
      claims.forEach((claim, value) -> PlainJson.of(value).ifPresent(json -> all.put(claim, json)));
    }
    return all;
  }

  private static void refuseIfTaken(
      String claim, Set<String> taken, AccessTokenClaims contributor) {
    if (ReservedClaims.contains(claim)) {
      throw new CannotStart(contributor.getClass().getName() + " sets the reserved claim " + claim);
    }
    if (!taken.add(claim)) {
      throw new CannotStart(
          contributor.getClass().getName()
              + " sets the claim "
              + claim
              + ", which another sets too");
    }
  }

  private static void refuseUndeclared(Set<String> claims, AccessTokenClaims contributor) {
    if (!contributor.names().containsAll(claims)) {
      throw new IllegalStateException(
          contributor.getClass().getName() + " sets claims that it does not name: " + claims);
    }
  }
}
