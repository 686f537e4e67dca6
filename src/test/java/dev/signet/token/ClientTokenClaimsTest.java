package dev.signet.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.account.Account;
import dev.signet.account.TestAccounts;
import dev.signet.claim.Contributions;
import dev.signet.client.TestClients;
import dev.signet.key.TestInstallation;
import dev.signet.key.TokenSignatures;
import dev.signet.key.TokenSignatures.Proof;
import dev.signet.session.ClientLogin;
import dev.signet.session.LiveSession;
import dev.signet.session.Session;
import dev.signet.session.SessionKind;
import dev.signet.session.TestSessions;
import dev.signet.subject.TestSubjects;
import dev.signet.token.ClientTokens.ClientAccess;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What stands in the tokens of OAuth clients (RFC 9068 §2.2). */
class ClientTokenClaimsTest {

  private static final TokenSignatures SIGNATURES = TestInstallation.signatures();
  private static final Instant OPENED = Instant.parse("2026-05-01T12:00:00.999Z");
  private static final long ISSUED = Instant.parse("2026-05-01T12:00:00Z").getEpochSecond();

  private static final ClientAccess ACCESS =
      new ClientAccess(
          "shop", List.of("orders"), "openid orders", Duration.ofSeconds(60), Optional.empty());

  private final Account jane = TestAccounts.jane("user", "admin");
  private final LiveSession browser =
      new LiveSession(TestSessions.opened(jane, SessionKind.BROWSER, OPENED), jane);
  private final Session session =
      TestSessions.ofClient(
          new ClientLogin("shop", "openid orders", Optional.empty(), false), browser);
  private final LiveSession live = new LiveSession(session, jane);
  private final TokenMint mint =
      new TokenMint(
          SIGNATURES,
          TestTokens.ofBrowsersRenewable(),
          Contributions.claims(Set.of(), List.of()),
          Contributions.members(List.of()),
          TestSubjects.of(1));

  @Test
  void sayForWhomAnAccessTokenIsAndWhatItAllows() {
    Map<String, Object> claims = claims(mint.clientAccess(live, ACCESS), Proof.SIGNATURE);

    assertThat(claims.remove("jti")).asString().matches("[0-9a-f]{32}");
    assertThat(claims)
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                Map.entry("token_type", "access"),
                Map.entry("iss", TestTokens.ISSUER),
                Map.entry("sub", jane.id().toString()),
                Map.entry("aud", "orders"),
                Map.entry("exp", ISSUED + 60),
                Map.entry("iat", ISSUED),
                Map.entry("upn", "Jane"),
                Map.entry("groups", List.of("admin", "user")),
                Map.entry("user_id", jane.id().toString()),
                Map.entry("sid", session.id()),
                Map.entry("auth_time", ISSUED),
                Map.entry("account_version", 0L),
                Map.entry("client_id", "shop"),
                Map.entry("scope", "openid orders")));
  }

  @Test
  void nameSeveralAudiencesInAList() {
    ClientAccess access =
        new ClientAccess(
            "shop", List.of("orders", "invoices"), "", Duration.ofSeconds(60), Optional.empty());
    assertThat(claims(mint.clientAccess(live, access), Proof.SIGNATURE))
        .containsEntry("aud", List.of("orders", "invoices"));
  }

  @Test
  void sayNothingThatSectorsHaveInCommon() {
    ClientAccess access =
        new ClientAccess(
            "shop", List.of("orders"), "openid", Duration.ofSeconds(60), Optional.of("shops"));
    Map<String, Object> claims = claims(mint.clientAccess(live, access), Proof.SIGNATURE);

    assertThat(claims).containsEntry("sector", "shops").doesNotContainKeys("upn", "is_admin");
    assertThat(claims.get("user_id")).isEqualTo(claims.get("sub"));
    assertThat(claims.toString()).doesNotContain(jane.id().toString(), jane.username());
    assertThat(claims(mint.clientRefresh(live, access), Proof.MAC))
        .containsEntry("user_id", claims.get("sub"));
  }

  /** A lost answer is given again; a token that allows less is another token. */
  @Test
  void areTheSameForTheSameScopeOnly() {
    String token = mint.clientAccess(live, ACCESS);
    ClientAccess narrower =
        new ClientAccess(
            "shop", List.of("orders"), "openid", Duration.ofSeconds(60), Optional.empty());

    assertThat(mint.clientAccess(live, ACCESS)).isEqualTo(token);
    assertThat(id(mint.clientAccess(live, narrower))).isNotEqualTo(id(token));
    assertThat(id(mint.mint(live).access())).isNotEqualTo(id(token));
  }

  @Test
  void sayWhoseARefreshTokenIsAndHowMuchItMayGet() {
    Map<String, Object> claims = claims(mint.clientRefresh(live, ACCESS), Proof.MAC);

    assertThat(claims.remove("jti")).asString().matches("[0-9a-f]{32}");
    assertThat(claims)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "token_type",
                "refresh",
                "exp",
                session.refreshableUntil().getEpochSecond(),
                "iat",
                ISSUED,
                "sid",
                session.id(),
                "gen",
                0L,
                "user_id",
                jane.id().toString(),
                "client_id",
                "shop",
                "scope",
                "openid orders"));
  }

  @Test
  void speakOfNobodyWhereAClientActsForItself() {
    Map<String, Object> claims = claims(mint.ofClientItself(ACCESS, OPENED), Proof.SIGNATURE);

    assertThat(claims.remove("jti")).asString().isNotEmpty();
    assertThat(claims)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "token_type", "access",
                "iss", TestTokens.ISSUER,
                "sub", "shop",
                "aud", "orders",
                "exp", ISSUED + 60,
                "iat", ISSUED,
                "client_id", "shop",
                "scope", "openid orders"));
  }

  @Test
  void haveAnIdOfTheirOwnEachTimeWhereAClientActsForItself() {
    assertThat(id(mint.ofClientItself(ACCESS, OPENED)))
        .isNotEqualTo(id(mint.ofClientItself(ACCESS, OPENED)));
  }

  @Test
  void areOfWhatTheClientMayHave() {
    ClientAccess access =
        ClientAccess.of(
            TestClients.web(Map.of("audiences", "a,b", "access-lifetime", "PT1M")), "openid");
    assertThat(access)
        .isEqualTo(
            new ClientAccess(
                "web", List.of("a", "b"), "openid", Duration.ofMinutes(1), Optional.empty()));
  }

  private static @Nullable Object id(String token) {
    return claims(token, Proof.SIGNATURE).get("jti");
  }

  private static Map<String, Object> claims(String token, Proof proof) {
    TokenSignatures.Proven proven = SIGNATURES.verify(token).orElseThrow();
    assertThat(proven.proof()).isEqualTo(proof);
    return new HashMap<>(proven.claims());
  }
}
