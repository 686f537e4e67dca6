package dev.signet.idtoken;

import dev.signet.account.Account;
import dev.signet.claim.Contributions;
import dev.signet.claim.UserInfoClaims;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a client may know of an account: claims by the scopes that they are of (<a
 * href="https://openid.net/specs/openid-connect-core-1_0.html#ScopeClaims">OpenID Connect Core 1.0
 * §5.4</a>).
 */
public final class UserClaims {

  private final Contributions<UserInfoClaims> contributions;

  /** The scope of each claim, as it was at the start. */
  private final SortedMap<String, String> scopes = new TreeMap<>();

  UserClaims(Contributions<UserInfoClaims> contributions) {
    this.contributions = contributions;
    contributions.byName().forEach((name, one) -> scopes.put(name, one.scope()));
  }

  /** The names of all of them, in the order of the alphabet. */
  public Set<String> names() {
    return Collections.unmodifiableSet(scopes.keySet());
  }

  /** The names of those that are of some scopes. */
  public Set<String> namesOf(Set<String> words) {
    return scopes.entrySet().stream()
        .filter(claim -> words.contains(claim.getValue()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /** The scopes that claims are of, in the order of the alphabet. */
  public Set<String> scopesOf(Set<String> claims) {
    return scopes.entrySet().stream()
        .filter(claim -> claims.contains(claim.getKey()))
        .map(Map.Entry::getValue)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * What is said of an account.
   *
   * @param words by which scopes all that is of them is told
   * @param asked which single claims the client has asked for
   * @param allowed the scopes of its registration now: nothing of any other is told
   */
  public Map<String, Object> of(
      Account account, Set<String> words, Set<String> asked, Set<String> allowed) {
    Set<String> names = namesOf(words);
    names.addAll(asked);
    names.retainAll(namesOf(allowed));
    return contributions.of(account, names);
  }
}
