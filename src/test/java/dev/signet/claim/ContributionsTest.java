package dev.signet.claim;

import static dev.signet.claim.TestContributors.claims;
import static dev.signet.claim.TestContributors.contributor;
import static dev.signet.claim.TestContributors.members;
import static dev.signet.claim.TestContributors.scoped;
import static dev.signet.claim.TestContributors.userInfo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.signet.account.Account;
import dev.signet.account.TestAccounts;
import dev.signet.claim.TestContributors.Constant;
import dev.signet.claim.TestContributors.Scoped;
import dev.signet.platform.CannotStart;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContributionsTest {

  private static final String CONSTANT = Constant.class.getName();
  private static final String SCOPED = Scoped.class.getName();

  private final Account jane = TestAccounts.jane("user");

  @Test
  void areSortedWhoeverMakesThem() {
    Constant one = contributor(Set.of("z", "a"), Map.of("z", 1, "a", 2));
    Constant other = contributor(Set.of("m"), Map.of("m", 3));
    assertThat(claims(one, other).of(jane))
        .containsExactly(Map.entry("a", 2), Map.entry("m", 3), Map.entry("z", 1));
    assertThat(members(other, one).of(jane).keySet()).containsExactly("a", "m", "z");
  }

  @Test
  void mayBeLeftOut() {
    Map<String, Object> nothing = new HashMap<>();
    nothing.put("a", null);
    assertThat(claims().of(jane)).isEmpty();
    assertThat(claims(contributor(Set.of("a"), Map.of())).of(jane)).isEmpty();
    assertThat(claims(contributor(Set.of("a"), nothing)).of(jane)).isEmpty();
  }

  @Test
  void areJson() {
    UUID id = UUID.randomUUID();
    assertThat(members(contributor(Set.of("a"), Map.of("a", id))).of(jane))
        .containsExactly(Map.entry("a", id.toString()));
  }

  @Test
  void nameWhoSaysWhatJsonHasNot() {
    Contributions<?> contributions =
        claims(contributor(Set.of("a"), Map.of("a", List.of(Double.NaN))));
    assertThatIllegalStateException()
        .isThrownBy(() -> contributions.of(jane))
        .withMessage(CONSTANT + " sets the claim a to what JSON has not");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
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
        "entitlements",
      })
  void cannotSetAReservedClaim(String claim) {
    Constant greedy = contributor(Set.of("x", claim), Map.of());
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> claims(greedy))
        .withMessage(CONSTANT + " sets the reserved claim " + claim);
    Scoped told = scoped("phone", "phone_number", claim);
    assertThatExceptionOfType(CannotStart.class)
        .as("an ID token would say what it is not")
        .isThrownBy(() -> userInfo(told))
        .withMessage(SCOPED + " sets the reserved claim " + claim);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
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
        "status",
      })
  void cannotSetAReservedMember(String member) {
    Constant greedy = contributor(Set.of("x", member), Map.of());
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> members(greedy))
        .withMessage(CONSTANT + " sets the reserved member " + member);
  }

  @Test
  void cannotSetAClaimThatTheOperatorHasRenamed() {
    List<AccessTokenClaims> greedy = List.of(contributor(Set.of("kind"), Map.of()));
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> Contributions.claims(Set.of("kind"), greedy))
        .withMessage(CONSTANT + " sets the reserved claim kind");
  }

  @Test
  void mayBeOfOneNameInTwoPlaces() {
    Constant constant = contributor(Set.of("sub", "user"), Map.of());
    assertThat(members(contributor(Set.of("sub"), Map.of("sub", 1))).of(jane)).hasSize(1);
    assertThat(claims(contributor(Set.of("user"), Map.of("user", 1))).of(jane)).hasSize(1);
    assertThatExceptionOfType(CannotStart.class).isThrownBy(() -> claims(constant));
    assertThatExceptionOfType(CannotStart.class).isThrownBy(() -> members(constant));
  }

  @Test
  void cannotSetOneNameTwice() {
    Constant one = contributor(Set.of("a", "b"), Map.of());
    Constant other = contributor(Set.of("b", "c"), Map.of());
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> claims(one, other))
        .withMessage(CONSTANT + " sets the claim b, which " + CONSTANT + " sets too");
  }

  @Test
  void cannotSetWhatTheConfigurationSets() {
    ConfiguredAttributes configured = new ConfiguredAttributes(Map.of("b", "name"));
    Constant other = contributor(Set.of("b"), Map.of());
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> members(configured, other))
        .withMessage(CONSTANT + " sets the member b, which signet.answer sets too");
  }

  @Test
  void cannotSetWhatTheyDoNotName() {
    Contributions<?> contributions = claims(contributor(Set.of("a"), Map.of("a", 1, "b", 2)));
    assertThatIllegalStateException()
        .isThrownBy(() -> contributions.of(jane))
        .withMessage(CONSTANT + " sets the claim b, which it does not name");
  }

  @Test
  void cannotNameMoreOnceTheyRun() {
    Set<String> names = new HashSet<>(Set.of("a"));
    Contributions<?> contributions = claims(contributor(names, Map.of("sub", "root")));
    names.add("sub");
    assertThatIllegalStateException().isThrownBy(() -> contributions.of(jane));
  }

  /** Beside what access tokens have too. */
  @ParameterizedTest
  @ValueSource(strings = {"s_hash", "_claim_names", "_claim_sources"})
  void cannotSetAReservedClaimOfIdTokens(String claim) {
    Scoped greedy = scoped("phone", "phone_number", claim);
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> userInfo(greedy))
        .withMessage(SCOPED + " sets the reserved claim " + claim);
  }

  /** About these a person is asked something else, or nothing that he could refuse. */
  @ParameterizedTest
  @ValueSource(strings = {"openid", "offline_access", "account", "", " ", "a b", "größe", "a\"b"})
  void cannotTellByAScopeThatIsNotTheirs(String scope) {
    Scoped open = scoped(scope, "phone_number");
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> userInfo(open))
        .withMessage(SCOPED + " cannot have the scope " + scope);
  }

  @Test
  void cannotTellByNoScopeAtAll() {
    @SuppressWarnings("NullAway")
    Scoped none = scoped(null, "phone_number");
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> userInfo(none))
        .withMessage(SCOPED + " cannot have the scope ");
  }

  /** That is the one which was found good. */
  @Test
  void keepTheScopeThatTheyHadAtTheStart() {
    Iterator<String> scopes = List.of("phone", "openid", "email").iterator();
    UserInfoClaims fickle =
        new UserInfoClaims() {
          @Override
          public String scope() {
            return scopes.next();
          }

          @Override
          public Set<String> names() {
            return Set.of("phone_number");
          }

          @Override
          public Map<String, Object> values(Account account) {
            return Map.of();
          }
        };

    UserInfoClaims known = userInfo(fickle).byName().values().iterator().next();

    assertThat(known.scope()).isEqualTo("phone");
    assertThat(known.scope()).isEqualTo("phone");
  }

  @Test
  void haveScopesOfAnyOtherNameAndMayShareThem() {
    Scoped phone = scoped("phone", "phone_number");
    Scoped teams = scoped("https://example.org/teams", "teams", "leads");
    Scoped more = scoped("phone", "fax");

    assertThat(userInfo(phone, teams, more).byName().keySet())
        .containsExactly("fax", "leads", "phone_number", "teams");
  }

  @Test
  void areSaidByNameAndNoMore() {
    Scoped phone =
        new Scoped("phone", Set.of("phone_number", "fax"), Map.of("phone_number", 1, "fax", 2));
    Scoped broken = new Scoped("other", Set.of("other"), Map.of("not_named", 3));

    assertThat(userInfo(phone, broken).of(jane, Set.of("fax", "unknown")))
        .containsExactly(Map.entry("fax", 2));
    assertThatIllegalStateException()
        .isThrownBy(() -> userInfo(phone, broken).of(jane, Set.of("fax", "other")));
  }
}
