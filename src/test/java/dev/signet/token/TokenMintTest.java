package dev.signet.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.signet.account.Account;
import dev.signet.account.TestAccounts;
import dev.signet.claim.AccessTokenClaims;
import dev.signet.claim.ClaimNames;
import dev.signet.claim.ClaimNames.UserField;
import dev.signet.claim.Contributions;
import dev.signet.claim.LoginAnswerMembers;
import dev.signet.claim.TestContributors;
import dev.signet.key.TestInstallation;
import dev.signet.key.TokenSignatures;
import dev.signet.key.TokenSignatures.Proof;
import dev.signet.session.LiveSession;
import dev.signet.session.Session;
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

class TokenMintTest {

  private static final TokenSignatures SIGNATURES = TestInstallation.signatures();
  private static final Instant OPENED = Instant.parse("2026-05-01T11:00:00.123Z");
  private static final Instant REFRESHED = Instant.parse("2026-05-01T12:00:00.999Z");
  private static final long ISSUED = Instant.parse("2026-05-01T12:00:00Z").getEpochSecond();

  private static final Instant LATER = REFRESHED.plusSeconds(60);

  private static final Contributions<LoginAnswerMembers> NO_MEMBERS =
      Contributions.members(List.of());

  private final Account jane = TestAccounts.jane("user", "admin");
  private final Session session =
      TestSessions.refreshed(TestSessions.opened(jane, OPENED), 3, REFRESHED);
  private final LiveSession live = new LiveSession(session, jane);

  @Test
  void saysInAnAccessTokenWhoItIsAndForHowLong() {
    Map<String, Object> claims = claims(mint().mint(live).access(), Proof.SIGNATURE);
    assertThat(claims.remove("jti")).asString().matches("[0-9a-f]{32}");
    assertThat(claims)
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                Map.entry("token_type", "access"),
                Map.entry("iss", TestTokens.ISSUER),
                Map.entry("sub", jane.id().toString()),
                Map.entry("aud", "signet"),
                Map.entry("exp", ISSUED + 300),
                Map.entry("iat", ISSUED),
                Map.entry("upn", "Jane"),
                Map.entry("groups", List.of("admin", "user")),
                Map.entry("user_id", jane.id().toString()),
                Map.entry("sid", session.id()),
                Map.entry("auth_time", OPENED.getEpochSecond()),
                Map.entry("account_version", 0L)));
  }

  @Test
  void saysInARefreshTokenWhichGenerationItIs() {
    Map<String, Object> claims = claims(mint().mint(live).refresh(), Proof.MAC);
    assertThat(claims.remove("jti")).asString().matches("[0-9a-f]{32}");
    assertThat(claims)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "token_type",
                "refresh",
                "exp",
                ISSUED + 86_400,
                "iat",
                ISSUED,
                "sid",
                session.id(),
                "gen",
                3L,
                "user_id",
                jane.id().toString()));
  }

  @Test
  void namesSeveralAudiencesInAList() {
    TokenSettings settings = TestTokens.settings(Duration.ZERO, "signet", "shop");
    TokenMint mint = mint(settings);
    assertThat(claims(mint.mint(live).access(), Proof.SIGNATURE))
        .containsEntry("aud", List.of("signet", "shop"));
  }

  @Test
  void givesTheSameTokensForTheSameRow() {
    IssuedTokens first = mint().mint(live);
    IssuedTokens second = mint().mint(live);
    assertThat(second.access()).isEqualTo(first.access());
    assertThat(second.refresh()).isEqualTo(first.refresh());
  }

  /** What a refresh without rotation gives: of now, and beside what was given before. */
  @Test
  void givesFurtherTokensOfNow() {
    IssuedTokens first = mint().mint(live);
    Map<String, Object> further = claims(mint().mint(later()).access(), Proof.SIGNATURE);
    assertThat(further)
        .containsEntry("iat", LATER.getEpochSecond())
        .containsEntry("exp", LATER.getEpochSecond() + 300)
        .containsEntry("auth_time", OPENED.getEpochSecond())
        .doesNotContainEntry("jti", id(first.access(), Proof.SIGNATURE));
  }

  @Test
  void saysInASlidingTokenUntilWhenItIsGoodAndCanBeRefreshed() {
    Map<String, Object> claims = claims(mint().sliding(later()), Proof.SIGNATURE);
    assertThat(claims)
        .containsEntry("token_type", "sliding")
        .containsEntry("iat", LATER.getEpochSecond())
        .containsEntry("exp", LATER.getEpochSecond() + 300)
        .containsEntry("refresh_exp", ISSUED + 86_400)
        .containsEntry("sid", session.id())
        .containsEntry("groups", List.of("admin", "user"));
  }

  @Test
  void givesTheSlidingTokensOfASessionOneId() {
    Object first = id(mint().sliding(live), Proof.SIGNATURE);
    TestSessions.refreshed(session, 3, LATER);
    assertThat(id(mint().sliding(later()), Proof.SIGNATURE)).isEqualTo(first);
  }

  /** The containers ask for jti, whatever clients are to find the id under. */
  @Test
  void namesClaimsAsTheOperatorWants() {
    ClaimNames names = new ClaimNames("typ", "token_id", "uid", "until", UserField.USERNAME);
    TokenMint mint = mint(TestTokens.settings(names));
    Map<String, Object> access = claims(mint.mint(live).access(), Proof.SIGNATURE);
    assertThat(access)
        .containsEntry("typ", "access")
        .containsEntry("uid", "Jane")
        .containsEntry("token_id", access.get("jti"))
        .containsEntry("sub", jane.id().toString())
        .doesNotContainKeys("token_type", "user_id");
    assertThat(claims(mint.mint(live).refresh(), Proof.MAC))
        .containsEntry("typ", "refresh")
        .containsKey("token_id")
        .containsEntry("uid", "Jane")
        .doesNotContainKeys("token_type", "user_id", "jti");
    assertThat(claims(mint.sliding(live), Proof.SIGNATURE)).containsKey("until");
  }

  @Test
  void givesEveryTokenAnIdOfItsOwn() {
    Session other = TestSessions.refreshed(TestSessions.opened(jane, OPENED), 3, REFRESHED);
    IssuedTokens first = mint().mint(live);
    IssuedTokens elsewhere = mint().mint(new LiveSession(other, jane));
    TestSessions.refreshed(session, 4, REFRESHED);
    IssuedTokens next = mint().mint(live);
    TestSessions.refreshed(session, 4, REFRESHED.plusMillis(1));
    IssuedTokens later = mint().mint(new LiveSession(session, jane));
    assertThat(
            List.of(
                id(first.access(), Proof.SIGNATURE),
                id(first.refresh(), Proof.MAC),
                id(elsewhere.access(), Proof.SIGNATURE),
                id(elsewhere.refresh(), Proof.MAC),
                id(next.access(), Proof.SIGNATURE),
                id(next.refresh(), Proof.MAC),
                id(later.access(), Proof.SIGNATURE),
                id(later.refresh(), Proof.MAC)))
        .doesNotHaveDuplicates();
  }

  @Test
  void saysHowLongEachTokenIsGood() {
    IssuedTokens tokens = mint().mint(live);
    assertThat(tokens.accessLifetime()).isEqualTo(Duration.ofMinutes(5));
    assertThat(tokens.refreshLifetime()).isEqualTo(Duration.ofDays(1));
    assertThat(tokens.account()).isSameAs(jane);
  }

  /** A demotion shows at the next refresh. */
  @Test
  void asksForTheRolesAtEveryMint() {
    mint().mint(live);
    TestAccounts.promote(jane, "user");
    assertThat(claims(mint().mint(live).access(), Proof.SIGNATURE))
        .containsEntry("groups", List.of("user"));
  }

  @Test
  void asksContributorsAtEveryMint() {
    TokenMint mint = mint(new Counting());
    assertThat(claims(mint.mint(live).access(), Proof.SIGNATURE)).containsEntry("count", 1L);
    assertThat(claims(mint.mint(live).access(), Proof.SIGNATURE)).containsEntry("count", 2L);
  }

  @Test
  void addsNothingToARefreshToken() {
    assertThat(claims(mint(new Counting()).mint(live).refresh(), Proof.MAC))
        .doesNotContainKey("count");
  }

  @Test
  void mintsNothingWhenAContributorOverstepsItsNames() {
    AccessTokenClaims sly = TestContributors.contributor(Set.of("x"), Map.of("groups", "admin"));
    TokenMint mint = mint(sly);
    assertThatIllegalStateException()
        .isThrownBy(() -> mint.mint(live))
        .withMessageEndingWith("sets the claim groups, which it does not name");
  }

  @Test
  void mintsNothingThatTheReaderWouldFindTooLong() {
    AccessTokenClaims wordy =
        TestContributors.contributor(Set.of("novel"), Map.of("novel", "x".repeat(8_000)));
    TokenMint mint = mint(wordy);
    assertThatIllegalStateException()
        .isThrownBy(() -> mint.mint(live))
        .withMessageContaining("let contributors add less");
  }

  @Test
  void mintsWhatTheReaderTakes() {
    IssuedTokens tokens = mint().mint(live);
    TokenReader reader =
        new TokenReader(
            SIGNATURES,
            TestTokens.settings(Duration.ZERO, "signet"),
            TestSubjects.of(1),
            Clock.fixed(REFRESHED, ZoneOffset.UTC));
    assertThat(reader.bearer(TokenType.ACCESS, tokens.access()).accountId()).isEqualTo(jane.id());
    assertThat(reader.refresh(tokens.refresh())).isEqualTo(new RefreshToken(session.id(), 3));
  }

  /** T-15: what fits into a header of a common proxy. */
  @Test
  void staysBelow4KiBWithFiftyRoles() {
    String[] roles = new String[50];
    for (int role = 0; role < roles.length; role++) {
      roles[role] = "department-role-" + role;
    }
    TestAccounts.promote(jane, roles);
    assertThat(mint().mint(live).access()).hasSizeLessThan(4096);
  }

  @Test
  void printsNoToken() {
    IssuedTokens tokens = mint().mint(live);
    assertThat(tokens.toString()).doesNotContain(tokens.access(), tokens.refresh());
  }

  private LiveSession later() {
    return new LiveSession(session, jane, LATER);
  }

  private static TokenMint mint(AccessTokenClaims... contributors) {
    return mint(TestTokens.settings(Duration.ZERO, "signet"), contributors);
  }

  private static TokenMint mint(TokenSettings settings, AccessTokenClaims... contributors) {
    return new TokenMint(
        SIGNATURES,
        settings,
        TestContributors.claims(contributors),
        NO_MEMBERS,
        TestSubjects.of(1));
  }

  private static Object id(String token, Proof proof) {
    return "" + claims(token, proof).get("jti");
  }

  private static Map<String, Object> claims(String token, Proof proof) {
    TokenSignatures.Proven proven = SIGNATURES.verify(token).orElseThrow();
    assertThat(proven.proof()).isEqualTo(proof);
    return new java.util.HashMap<>(proven.claims());
  }

  private static final class Counting implements AccessTokenClaims {

    private int count;

    @Override
    public Set<String> names() {
      return Set.of("count");
    }

    @Override
    public Map<String, Object> values(Account account) {
      return Map.of("count", ++count);
    }
  }
}
