package dev.signet.claim;

import dev.signet.account.Account;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Contributors, and all of them together. */
public final class TestContributors {

  private TestContributors() {}

  public static Contributions<AccessTokenClaims> claims(AccessTokenClaims... contributors) {
    return Contributions.claims(Set.of(), List.of(contributors));
  }

  static Contributions<LoginAnswerMembers> members(LoginAnswerMembers... contributors) {
    return Contributions.members(List.of(contributors));
  }

  static Contributions<UserInfoClaims> userInfo(UserInfoClaims... contributors) {
    return Contributions.userInfo(List.of(contributors));
  }

  /** One that says nothing, by a scope. */
  static Scoped scoped(String scope, String... names) {
    return new Scoped(scope, Set.of(names), Map.of());
  }

  /** Tells the same of every account by a scope. */
  record Scoped(String scope, Set<String> names, Map<String, Object> said)
      implements UserInfoClaims {

    @Override
    public Map<String, Object> values(Account account) {
      return said;
    }
  }

  /** One that says the same of every account. */
  public static Constant contributor(Set<String> names, Map<String, Object> values) {
    return new Constant(names, values);
  }

  /** Says the same of every account, wherever it is asked. */
  public record Constant(Set<String> names, Map<String, Object> said)
      implements AccessTokenClaims, LoginAnswerMembers {

    @Override
    public Map<String, Object> values(Account account) {
      return said;
    }
  }
}
