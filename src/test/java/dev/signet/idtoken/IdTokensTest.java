package dev.signet.idtoken;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.account.Account;
import dev.signet.account.TestAccounts;
import dev.signet.client.RegisteredClient;
import dev.signet.client.TestClients;
import dev.signet.key.TestInstallation;
import dev.signet.key.TokenSignatures;
import dev.signet.key.TokenSignatures.Kind;
import dev.signet.session.ClientLogin;
import dev.signet.session.LiveSession;
import dev.signet.session.Session;
import dev.signet.session.TestSessions;
import dev.signet.subject.TestSubjects;
import dev.signet.token.ClientTokens.ClientAccess;
import dev.signet.token.ClientTokens.Issued;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdTokensTest {

  private static final TokenSignatures SIGNATURES = TestInstallation.signatures();
  private static final String ISSUER = "http://localhost:8080/signet";

  /** OpenID Connect Core 1.0, appendix A.3: a token, and the half of its digest. */
  private static final String ACCESS = "jHkWEdUXMU1BwAsC4vtUsZwnNvTIxEl0z9K3vx5KF0Y";

  private static final String AT_HASH = "77QmUPtjPfzWtF2AnpK9RQ";

  private static final Instant LOGIN = Instant.parse("2026-05-01T11:00:00.999Z");
  private static final Instant NOW = Instant.parse("2026-05-01T12:00:00.123Z");

  private final Account jane = TestAccounts.jane("user");
  private final Session browser = TestSessions.opened(jane, LOGIN);
  private final IdTokens idTokens =
      new IdTokens(
          ISSUER,
          SIGNATURES,
          TestSubjects.of(7),
          TestSubjects.clientSessionIds(7),
          TestUserClaims.standard());

  @Test
  void saysWhoHasLoggedInWhenAndHow() {
    RegisteredClient web = TestClients.web();
    assertThat(claims(mint(web, Set.of())))
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                Map.entry("iss", ISSUER),
                Map.entry("sub", jane.id().toString()),
                Map.entry("aud", "web"),
                Map.entry("exp", NOW.getEpochSecond() + 3600),
                Map.entry("iat", NOW.getEpochSecond()),
                Map.entry("auth_time", LOGIN.getEpochSecond()),
                Map.entry("nonce", "n-0S6_WzA2Mj"),
                Map.entry("acr", "1"),
                Map.entry("amr", List.of("pwd")),
                Map.entry("at_hash", AT_HASH),
                Map.entry("sid", idTokens.sid(browser.id(), "web"))));
  }

  @Test
  void repeatsNoNonceWhereNoneWasSent() {
    RegisteredClient web = TestClients.web();
    String idToken = idTokens.mint(issued(web), web, Optional.empty(), Set.of());
    assertThat(claims(idToken)).doesNotContainKey("nonce");
  }

  @Test
  void saysWhatWasAskedForByNameAsFarAsTheClientMayHaveIt() {
    Set<String> asked = Set.of("email", "preferred_username");
    assertThat(claims(mint(TestClients.web(Map.of("scopes", "openid,email")), asked)))
        .containsEntry("email", jane.email())
        .doesNotContainKey("preferred_username");
  }

  @Test
  void namesPersonAndLoginDifferentlyToEachClient() {
    RegisteredClient web = TestClients.web(Map.of("sector", "shop.example"));
    Map<String, Object> claims = claims(mint(web, Set.of()));
    assertThat(claims.get("sub"))
        .isEqualTo(TestSubjects.of(7).of(jane.id(), Optional.of("shop.example")))
        .isNotEqualTo(jane.id().toString());
    assertThat(claims.get("sid"))
        .isNotEqualTo(claims(mint(TestClients.spa(), Set.of())).get("sid"))
        .isNotEqualTo(browser.id());
  }

  @Test
  void takesItsOwnBackAsAHint() {
    assertThat(idTokens.hint(mint(TestClients.web(), Set.of())))
        .contains(new IdTokenHint(jane.id().toString(), "web", idTokens.sid(browser.id(), "web")));
  }

  @Test
  void takesNoTokenOfAnotherKindAsAHint() {
    Map<String, Object> claims = claims(mint(TestClients.web(), Set.of()));
    for (Kind kind : List.of(Kind.JWT, Kind.ACCESS, Kind.LOGOUT)) {
      assertThat(idTokens.hint(SIGNATURES.sign(kind, claims))).as("%s", kind).isEmpty();
    }
    assertThat(idTokens.hint(SIGNATURES.mac(claims))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"iss", "sub", "aud", "sid"})
  void takesNoHintThatLacksWhatItIsReadFor(String claim) {
    assertThat(idTokens.hint(changed(claims -> claims.remove(claim)))).isEmpty();
    assertThat(idTokens.hint(changed(claims -> claims.put(claim, 7)))).isEmpty();
  }

  @Test
  void takesNoHintOfAnotherIssuerOrForTwo() {
    assertThat(idTokens.hint(changed(claims -> claims.put("iss", ISSUER + "/")))).isEmpty();
    assertThat(idTokens.hint(changed(claims -> claims.put("aud", List.of("web", "spa")))))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "not a token", "e30.e30.", "eyJhbGciOiJub25lIn0.e30."})
  void takesNothingElseAsAHint(String text) {
    assertThat(idTokens.hint(text)).isEmpty();
  }

  private String changed(Consumer<Map<String, Object>> change) {
    Map<String, Object> claims = new HashMap<>(claims(mint(TestClients.web(), Set.of())));
    change.accept(claims);
    return SIGNATURES.sign(Kind.PLAIN, claims);
  }

  private String mint(RegisteredClient client, Set<String> asked) {
    return idTokens.mint(issued(client), client, Optional.of("n-0S6_WzA2Mj"), asked);
  }

  private Issued issued(RegisteredClient client) {
    ClientLogin login = new ClientLogin(client.id(), "openid", Optional.empty(), false);
    LiveSession live = new LiveSession(browser, jane, NOW);
    LiveSession ofClient = new LiveSession(TestSessions.ofClient(login, live), jane, NOW);
    return new Issued(ofClient, ClientAccess.of(client, "openid"), ACCESS, "refresh");
  }

  private static Map<String, Object> claims(String idToken) {
    return SIGNATURES.verify(Kind.PLAIN, idToken).orElseThrow();
  }
}
