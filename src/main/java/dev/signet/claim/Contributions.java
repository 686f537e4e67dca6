package dev.signet.claim;

import dev.signet.account.Account;
import dev.signet.platform.CannotStart;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * All contributors of one kind together.
 *
 * @param <C> the kind
 */
public final class Contributions<C extends Contributor> {

  private final Place place;
  private final List<C> contributors;

  /** Who may set a name: as it was at the start, whatever a contributor says later. */
  private final Map<String, C> setters = new TreeMap<>();

  private Contributions(Place place, Set<String> renamed, List<C> contributors) {
    this.place = place;
    this.contributors = List.copyOf(contributors);
    for (C contributor : contributors) {
      for (String name : contributor.names()) {
        if (place.reserves(name) || renamed.contains(name)) {
          throw new CannotStart(saying(contributor, "sets the reserved", name));
        }
        C other = setters.putIfAbsent(name, contributor);
        if (other != null) {
          throw new CannotStart(
              saying(contributor, "sets the", name) + ", which " + nameOf(other) + " sets too");
        }
      }
    }
  }

  /**
   * The claims of access tokens.
   *
   * @param renamed the claims that are reserved under names of the operator's choice
   * @throws CannotStart when two contributors want one claim, or one wants a reserved claim
   */
  public static Contributions<AccessTokenClaims> claims(
      Set<String> renamed, List<AccessTokenClaims> contributors) {
    return new Contributions<>(Place.ACCESS_TOKEN, renamed, contributors);
  }

  /**
   * The members of the answers to logins.
   *
   * @throws CannotStart when two contributors want one member, or one wants a reserved member
   */
  public static Contributions<LoginAnswerMembers> members(List<LoginAnswerMembers> contributors) {
    return new Contributions<>(Place.LOGIN_ANSWER, Set.of(), contributors);
  }

  /** What they say of an account now: JSON values in the order of their names. */
  public Map<String, Object> of(Account account) {
    Map<String, Object> all = new TreeMap<>();
    for (C contributor : contributors) {
      contributor
          .values(account)
          .forEach(
              (name, value) ->
                  json(contributor, name, value).ifPresent(json -> all.put(name, json)));
    }
    return all;
  }

  private Optional<Object> json(C contributor, String name, Object value) {
    if (setters.get(name) != contributor) {
      throw new IllegalStateException(
          saying(contributor, "sets the", name) + ", which it does not name");
    }
    try {
      return PlainJson.of(value);
    } catch (IllegalArgumentException notJson) {
      throw new IllegalStateException(
          saying(contributor, "sets the", name) + " to what JSON has not", notJson);
    }
  }

  private String saying(C contributor, String verb, String name) {
    return String.join(" ", nameOf(contributor), verb, place.word(), name);
  }

  /** As its author calls it: to CDI it is a proxy of a made-up class. */
  private String nameOf(C contributor) {
    return contributor instanceof ConfiguredAttributes
        ? place.group()
        : contributor.getClass().getName().replaceFirst("\\$Proxy\\$.*", "");
  }
}
