package dev.signet.idtoken;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.account.Account;
import dev.signet.account.TestAccounts;
import dev.signet.claim.UserInfoClaims;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** OpenID Connect Core 1.0 §5.4, §5.5. */
class UserClaimsTest {

  private static final Set<String> ALL = Set.of("openid", "profile", "email");

  private static final Set<String> EVERY = Set.of("openid", "profile", "email", "phone");
  private static final UserClaims KNOWN = TestUserClaims.standard();

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
    assertThat(KNOWN.of(jane, Set.of("email"), Set.of("email", "name"), ALL))
        .containsOnlyKeys("email", "email_verified", "name");
    assertThat(asked()).isEmpty();
  }

  /** About which the person was asked, and none beside. */
  @Test
  void areThoseOfTheScopesThatTheClientMayHave() {
    Set<String> asked = Set.of("email", "name");
    assertThat(KNOWN.of(jane, Set.of(), asked, Set.of("profile"))).containsOnlyKeys("name");
    assertThat(KNOWN.of(jane, Set.of(), asked, Set.of("openid", "name"))).isEmpty();
  }

  /** Its tokens may be older than that. */
  @Test
  void areNoneOfAScopeThatWasTakenFromTheClient() {
    assertThat(KNOWN.of(jane, Set.of("profile", "email"), Set.of("name"), Set.of("email")))
        .containsOnlyKeys("email", "email_verified");
  }

  @Test
  void areOfTheScopesThatThePersonIsAskedBy() {
    assertThat(KNOWN.scopesOf(Set.of("email", "email_verified"))).containsExactly("email");
    assertThat(KNOWN.scopesOf(Set.of("email", "locale")))
        .containsExactlyInAnyOrder("email", "profile");
    assertThat(KNOWN.scopesOf(Set.of("sub", "acr", "profile"))).isEmpty();
  }

  @Test
  void areTheirNamesAsWell() {
    assertThat(KNOWN.names())
        .containsExactly("email", "email_verified", "locale", "name", "preferred_username");
    assertThat(KNOWN.namesOf(Set.of("email", "openid")))
        .containsExactlyInAnyOrder("email", "email_verified");
  }

  @Test
  void leaveOutANameThatNobodyHasGiven() {
    Account nameless = TestAccounts.nameless();
    assertThat(KNOWN.of(nameless, Set.of("profile"), Set.of(), ALL))
        .containsOnlyKeys("preferred_username", "locale");
  }

  @Test
  void areThoseThatOthersAddAsWell() {
    Asked phone = new Asked("phone", Map.of("phone_number", "+1", "phone_number_verified", true));
    Asked picture = new Asked("profile", Map.of("picture", "https://example.org/jane"));
    UserClaims known = TestUserClaims.with(phone, picture);

    assertThat(known.of(jane, Set.of("phone"), Set.of(), EVERY)).isEqualTo(phone.said());
    assertThat(known.of(jane, Set.of("profile"), Set.of(), ALL))
        .containsOnlyKeys("name", "preferred_username", "locale", "picture");
    assertThat(known.of(jane, Set.of(), Set.of("phone_number"), Set.of("phone")))
        .containsOnlyKeys("phone_number");
    assertThat(known.of(jane, Set.of(), Set.of("phone_number"), ALL)).isEmpty();
    assertThat(known.names()).contains("phone_number", "picture", "name");
    assertThat(known.scopesOf(Set.of("phone_number", "picture")))
        .containsExactly("phone", "profile");
  }

  /** What nobody wants to know costs nothing, and fails nothing. */
  @Test
  void areAskedForOfNobodyWhoHasNoneOfThem() {
    Asked phone = new Asked("phone", Map.of("phone_number", "+1"));
    UserClaims known = TestUserClaims.with(phone);

    known.of(jane, Set.of("openid", "email"), Set.of("phone_number", "name"), ALL);
    assertThat(phone.times()).hasValue(0);

    known.of(jane, Set.of("phone"), Set.of(), EVERY);
    assertThat(phone.times()).hasValue(1);
  }

  private Map<String, Object> of(Set<String> scopes) {
    return KNOWN.of(jane, scopes, Set.of(), ALL);
  }

  private Map<String, Object> asked(String... claims) {
    return KNOWN.of(jane, Set.of(), Set.of(claims), ALL);
  }

  /** Says the same of everybody, and counts how often. */
  private record Asked(String scope, Map<String, Object> said, AtomicInteger times)
      implements UserInfoClaims {

    Asked(String scope, Map<String, Object> said) {
      this(scope, said, new AtomicInteger());
    }

    @Override
    public Set<String> names() {
      return said.keySet();
    }

    @Override
    public Map<String, Object> values(Account account) {
      times.incrementAndGet();
      return said;
    }
  }
}
