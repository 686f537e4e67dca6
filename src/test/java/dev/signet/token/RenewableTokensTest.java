package dev.signet.token;

import static dev.signet.token.TestTokens.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.signet.account.Account;
import dev.signet.account.TestAccounts;
import dev.signet.claim.Contributions;
import dev.signet.key.TestInstallation;
import dev.signet.key.TokenSignatures;
import dev.signet.problem.Problem;
import dev.signet.problem.ProblemException;
import dev.signet.session.LiveSession;
import dev.signet.session.SessionKind;
import dev.signet.session.TestSessions;
import dev.signet.subject.TestSubjects;
import dev.signet.token.VerifiedToken.RefreshToken;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a browser refreshes by, where it has one token only. */
class RenewableTokensTest {

  private static final TokenSignatures SIGNATURES = TestInstallation.signatures();
  private static final Map<String, Object> OF_BROWSER = TestTokens.access();

  static {
    OF_BROWSER.put("gen", 7);
  }

  @Test
  void oneThatHasExpiredNamesItsSessionAndItsGeneration() {
    Instant muchLater = NOW.plus(Duration.ofDays(9));

    assertThat(reader(muchLater).refreshableByBrowser(SIGNATURES.sign(OF_BROWSER)))
        .isEqualTo(new RefreshToken("session", 7));
  }

  @Test
  void oneThatNoBrowserWasGivenIsNone() {
    refuse(SIGNATURES.sign(TestTokens.access()), Problem.TOKEN_INVALID);
  }

  @Test
  void noRefreshTokenIsTakenForOne() {
    refuse(SIGNATURES.mac(TestTokens.refresh()), Problem.TOKEN_WRONG_TYPE);
  }

  @Test
  void oneOfAnotherIssuerIsNone() {
    Map<String, Object> foreign = TestTokens.access();
    foreign.put("gen", 7);
    foreign.put("iss", "https://elsewhere.example");
    refuse(SIGNATURES.sign(foreign), Problem.TOKEN_INVALID);
  }

  @Test
  void whereBrowsersHaveRefreshTokensAnAccessTokenIsNone() {
    TokenReader reader =
        new TokenReader(
            SIGNATURES,
            TestTokens.settings(Duration.ZERO, "signet"),
            TestSubjects.of(1),
            Clock.fixed(NOW, ZoneOffset.UTC));

    assertThat(reader.refreshableByBrowser(SIGNATURES.mac(TestTokens.refresh())))
        .isEqualTo(new RefreshToken("session", 7));
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> reader.refreshableByBrowser(SIGNATURES.sign(OF_BROWSER)))
        .matches(refusal -> refusal.problem() == Problem.TOKEN_WRONG_TYPE);
  }

  @ParameterizedTest
  @EnumSource(SessionKind.class)
  void onlyBrowsersAreGivenThem(SessionKind kind) {
    Account jane = TestAccounts.jane("user");
    LiveSession live = new LiveSession(TestSessions.opened(jane, kind, NOW), jane);
    TokenMint mint =
        new TokenMint(
            SIGNATURES,
            TestTokens.ofBrowsersRenewable(),
            Contributions.claims(Set.of(), List.of()),
            Contributions.members(List.of()),
            TestSubjects.of(1));

    Map<String, Object> claims = SIGNATURES.verify(mint.mint(live).access()).orElseThrow().claims();

    assertThat(claims.containsKey("gen")).isEqualTo(kind.isOfBrowser());
  }

  private static void refuse(String token, Problem problem) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> reader(NOW).refreshableByBrowser(token))
        .matches(refusal -> refusal.problem() == problem);
  }

  private static TokenReader reader(Instant now) {
    return new TokenReader(
        SIGNATURES,
        TestTokens.ofBrowsersRenewable(),
        TestSubjects.of(1),
        Clock.fixed(now, ZoneOffset.UTC));
  }
}
