package dev.signet.claim;

import static dev.signet.claim.TestContributors.contributor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.signet.account.Account;
import dev.signet.account.TestAccounts;
import dev.signet.platform.CannotStart;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContributionsTest {

  private final Account jane = TestAccounts.jane("user");

  @Test
  void areSortedWhoeverMakesThem() {
    Contributions contributions =
        new Contributions(
            List.of(
                contributor(Set.of("z", "a"), Map.of("z", 1, "a", 2)),
                contributor(Set.of("m"), Map.of("m", 3))));
    assertThat(contributions.of(jane))
        .containsExactly(Map.entry("a", 2), Map.entry("m", 3), Map.entry("z", 1));
  }

  @Test
  void mayBeLeftOut() {
    assertThat(new Contributions(List.of()).of(jane)).isEmpty();
    assertThat(new Contributions(List.of(contributor(Set.of("a"), Map.of()))).of(jane)).isEmpty();
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
        "entitlements",
      })
  void cannotSetAReservedClaim(String claim) {
    AccessTokenClaims greedy = contributor(Set.of("x", claim), Map.of());
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> new Contributions(List.of(greedy)))
        .withMessage(greedy.getClass().getName() + " sets the reserved claim " + claim);
  }

  @Test
  void cannotSetOneClaimTwice() {
    AccessTokenClaims one = contributor(Set.of("a", "b"), Map.of());
    AccessTokenClaims other = contributor(Set.of("b", "c"), Map.of());
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> new Contributions(List.of(one, other)))
        .withMessageEndingWith("sets the claim b, which another sets too");
  }

  @Test
  void cannotSetWhatTheyDoNotName() {
    Contributions contributions =
        new Contributions(List.of(contributor(Set.of("a"), Map.of("a", 1, "b", 2))));
    assertThatIllegalStateException().isThrownBy(() -> contributions.of(jane));
  }
}
