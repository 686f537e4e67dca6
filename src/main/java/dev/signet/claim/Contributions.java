package dev.signet.claim;

import dev.signet.account.Account;
import dev.signet.oauth.Scope;
import dev.signet.platform.CannotStart;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
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
  private final SortedMap<String, C> setters = new TreeMap<>();

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

  /**
   * The claims about people that clients may have, each by the scope that it has now. What access
   * tokens call by a name of the operator's choice, such as {@code email}, is no matter here.
   *
   * @throws CannotStart when two contributors want one claim, one wants a reserved claim, or one
   *     has no scope of its own
   */
  public static Contributions<UserInfoClaims> userInfo(List<UserInfoClaims> contributors) {
    List<UserInfoClaims> ofScopes =
        contributors.stream().<UserInfoClaims>map(OfScope::atTheStart).toList();
    Contributions<UserInfoClaims> all = new Contributions<>(Place.USER_INFO, Set.of(), ofScopes);
    for (UserInfoClaims one : ofScopes) {
      if (!Scope.isWord(one.scope()) || Scope.OF_NO_CLAIMS.contains(one.scope())) {
        throw new CannotStart(all.nameOf(one) + " cannot have the scope " + one.scope());
      }
    }
    return all;
  }

  /** A contributor whose scope stays what it was when it was first asked. */
  private record OfScope(UserInfoClaims contributor, String scope) implements UserInfoClaims {

    static OfScope atTheStart(UserInfoClaims contributor) {
      return new OfScope(contributor, Optional.ofNullable(contributor.scope()).orElse(""));
    }

    @Override
    public Set<String> names() {
      return contributor.names();
    }

    @Override
    public Map<String, Object> values(Account account) {
      return contributor.values(account);
    }
  }

  /** Who says something by which name, in the order of the names. */
  public SortedMap<String, C> byName() {
    return Collections.unmodifiableSortedMap(setters);
  }

  /** What they say of an account now: JSON values in the order of their names. */
  public Map<String, Object> of(Account account) {
    return said(contributors, account);
  }

  /** What they say of it by some names; who has none of these is not asked. */
  public Map<String, Object> of(Account account, Set<String> names) {
    Map<String, Object> some =
        said(
            contributors.stream()
                .filter(one -> names.stream().anyMatch(name -> setters.get(name) == one))
                .toList(),
            account);
    some.keySet().retainAll(names);
    return some;
  }

  private Map<String, Object> said(List<C> asked, Account account) {
    Map<String, Object> all = new TreeMap<>();
    for (C contributor : asked) {
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
  private String nameOf(Contributor contributor) {
    if (contributor instanceof OfScope one) {
      return nameOf(one.contributor());
    }
    return contributor instanceof ConfiguredAttributes
        ? place.group()
        : contributor.getClass().getName().replaceFirst("\\$Proxy\\$.*", "");
  }
}
