package dev.signet.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 6749 §3.3. */
class ScopeTest {

  @Test
  void isWordsWithSpacesBetweenThem() {
    assertThat(Scope.of("openid email").words()).containsExactlyInAnyOrder("openid", "email");
    assertThat(Scope.of("  email  email ").words()).containsExactly("email");
    assertThat(Scope.of("").words()).isEmpty();
    assertThat(Scope.of("   ").words()).isEmpty();
  }

  @Test
  void isOneAndTheSameInAnyOrder() {
    assertThat(Scope.of("b c a")).isEqualTo(Scope.of("a b c"));
    assertThat(Scope.of("b c a a").text()).isEqualTo("a b c");
    assertThat(Scope.of("").text()).isEmpty();
  }

  @Test
  void hasAWordAndNotAPartOfOne() {
    Scope scope = Scope.of("openid orders:read");
    assertThat(scope.has("openid")).isTrue();
    assertThat(scope.has("orders")).isFalse();
    assertThat(scope.has("OpenID")).isFalse();
    assertThat(scope.has("")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"openid", "!", "a:b/c~", "https://example.org/orders.read", "#[]"})
  void mayHaveAnyWord(String text) {
    assertThat(Scope.isWord(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "a\"b", "a\\b", "größe", "a\nb", "a\0"})
  void hasNothingElseInAWord(String text) {
    assertThat(Scope.isWord(text)).isFalse();
  }

  @Test
  void hasNoWordThatIsTooLongToKeep() {
    assertThat(Scope.isWord("a".repeat(100))).isTrue();
    assertThat(Scope.isWord("a".repeat(101))).isFalse();
  }

  @Test
  void isNarrowedToWhatIsAllowed() {
    assertThat(Scope.of("openid email admin").within(Set.of("openid", "email", "profile")))
        .isEqualTo(Scope.of("email openid"));
    assertThat(Scope.of("openid").within(Set.of()).words()).isEmpty();
  }

  /** RFC 6749 §3.3, §6. */
  @Test
  void isAskedForInPartOrAsAWhole() {
    Scope all = Scope.of("orders invoices");
    assertThat(all.asked(OAuthForm.parse("scope=orders"))).isEqualTo(Scope.of("orders"));
    assertThat(all.asked(OAuthForm.parse("scope="))).isEqualTo(all);
    assertThat(all.asked(OAuthForm.parse(""))).isEqualTo(all);
    assertThat(Scope.of("").asked(OAuthForm.parse("")).words()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"scope=+", "scope=%20%20", "scope=orders+openid", "scope=Orders"})
  void isNotAskedForInNoPartOrForMore(String request) {
    OAuthForm form = OAuthForm.parse(request);
    assertThatExceptionOfType(OAuthException.class)
        .isThrownBy(() -> Scope.of("orders invoices").asked(form))
        .matches(refusal -> refusal.error() == OAuthError.INVALID_SCOPE);
  }

  /** RFC 6749 §4.4: a client itself has neither a name nor an account. */
  @Test
  void losesTheWordsOfPersonsWhereThereIsNone() {
    assertThat(
            Scope.of("openid profile email address phone offline_access account orders")
                .withoutPersons())
        .isEqualTo(Scope.of("orders"));
  }
}
