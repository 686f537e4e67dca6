package dev.signet.idtoken;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.account.Account;
import dev.signet.account.TestAccounts;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** OpenID Connect Core 1.0 §5.4, §5.5. */
class UserClaimsTest {

  private static final Set<String> ALL = Set.of("openid", "profile", "email");

  private final Account jane = TestAccounts.jane("user");

  @Test
  void areThoseOfEachScope() {
    assertThat(of(Set.of("profile")))
        .containsOnlyKeys("name", "preferred_username", "locale")
        .containsEntry("name", "Jane Doe")
        .containsEntry("preferred_username", "Jane")
        .containsEntry("locale", jane.language().getLanguage());
    assertThat(of(Set.of("email")))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("email", "jane@example.org", "email_verified", false));
    assertThat(of(Set.of("profile", "email")))
        .containsOnlyKeys("name", "preferred_username", "locale", "email", "email_verified");
  }

  @ParameterizedTest
  @ValueSource(strings = {"openid", "address", "phone", "offline_access", "account", "name", "upn"})
  void areNoneOfAnyOtherScope(String scope) {
    assertThat(of(Set.of(scope))).isEmpty();
  }

  @Test
  void areThoseThatWereAskedForOneByOne() {
    assertThat(asked("email", "sub", "phone_number", "password"))
        .containsExactly(Map.entry("email", "jane@example.org"));
    assertThat(UserClaims.of(jane, Set.of("email"), Set.of("email", "name"), ALL))
        .containsOnlyKeys("email", "email_verified", "name");
    assertThat(asked()).isEmpty();
  }

  /** About which the person was asked, and none beside. */
  @Test
  void areThoseOfTheScopesThatTheClientMayHave() {
    Set<String> asked = Set.of("email", "name");
    assertThat(UserClaims.of(jane, Set.of(), asked, Set.of("profile"))).containsOnlyKeys("name");
    assertThat(UserClaims.of(jane, Set.of(), asked, Set.of("openid", "name"))).isEmpty();
  }

  @Test
  void areOfTheScopesThatThePersonIsAskedBy() {
    assertThat(UserClaims.scopesOf(Set.of("email", "email_verified"))).containsExactly("email");
    assertThat(UserClaims.scopesOf(Set.of("email", "locale")))
        .containsExactlyInAnyOrder("email", "profile");
    assertThat(UserClaims.scopesOf(Set.of("sub", "acr", "profile"))).isEmpty();
  }

  @Test
  void areTheirNamesAsWell() {
    assertThat(UserClaims.names())
        .containsExactly("name", "preferred_username", "locale", "email", "email_verified");
  }

  private Map<String, Object> of(Set<String> scopes) {
    return UserClaims.of(jane, scopes, Set.of(), ALL);
  }

  private Map<String, Object> asked(String... claims) {
    return UserClaims.of(jane, Set.of(), Set.of(claims), ALL);
  }
}
