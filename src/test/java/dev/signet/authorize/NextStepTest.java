package dev.signet.authorize;

import static dev.signet.authorize.Progress.Decision.ALLOWED;
import static dev.signet.authorize.Progress.Decision.DENIED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.signet.authorize.NextStep.Visitor;
import dev.signet.client.RegisteredClient;
import dev.signet.client.TestClients;
import dev.signet.oauth.OAuthException;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** OpenID Connect Core 1.0 §3.1.2.3, §3.1.2.4. */
class NextStepTest {

  private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");
  private static final Instant LOGGED_IN = NOW.minusSeconds(60);

  private static final Visitor JANE = new Visitor(true, true, LOGGED_IN, true, true);

  private static final Map<String, Visitor> VISITORS =
      Map.of(
          "nobody", new Visitor(false, false, Instant.EPOCH, true, true),
          "renewable", new Visitor(false, true, Instant.EPOCH, true, true),
          "jane", JANE,
          "jane, not asked yet", new Visitor(true, true, LOGGED_IN, true, false),
          "another", new Visitor(true, true, LOGGED_IN, false, true),
          "another, not asked yet", new Visitor(true, true, LOGGED_IN, false, false));

  private static final Progress NONE = Progress.none(NOW);

  private static final Map<String, Progress> PROGRESS =
      Map.of(
          "none", NONE,
          "renewed", NONE.renewing(NOW),
          "logged in", NONE.askingForLogin(LOGGED_IN.minusSeconds(1), NOW),
          "not logged in", NONE.askingForLogin(LOGGED_IN, NOW),
          "allowed", NONE.decided(ALLOWED, NOW),
          "denied", NONE.decided(DENIED, NOW),
          "logged in, allowed",
              NONE.askingForLogin(LOGGED_IN.minusSeconds(1), NOW).decided(ALLOWED, NOW));

  @ParameterizedTest(name = "{0} · prompt {1} · {2} → {3}")
  @CsvSource(
      delimiter = '|',
      value = {
        "nobody                 |                | none               | LOG_IN",
        "nobody                 |                | renewed            | LOG_IN",
        "nobody                 |                | allowed            | LOG_IN",
        "nobody                 |                | denied             | LOG_IN",
        "nobody                 | login          | none               | LOG_IN",
        "nobody                 | login          | logged in          | LOG_IN",
        "nobody                 | none           | none               | login_required",
        "nobody                 | none           | denied             | login_required",
        "renewable              |                | none               | RENEW",
        "renewable              |                | renewed            | LOG_IN",
        "renewable              | login          | none               | RENEW",
        "renewable              | none           | none               | RENEW",
        "renewable              | none           | renewed            | login_required",
        "jane                   |                | none               | ANSWER",
        "jane                   |                | denied             | access_denied",
        "jane                   | none           | none               | ANSWER",
        "jane                   | none           | denied             | access_denied",
        "jane                   | login          | none               | LOG_IN_AGAIN",
        "jane                   | login          | renewed            | LOG_IN_AGAIN",
        "jane                   | login          | not logged in      | LOG_IN_AGAIN",
        "jane                   | login          | allowed            | LOG_IN_AGAIN",
        "jane                   | login          | denied             | LOG_IN_AGAIN",
        "jane                   | login          | logged in          | ANSWER",
        "jane                   | select_account | none               | LOG_IN_AGAIN",
        "jane                   | select_account | logged in          | ANSWER",
        "jane                   | consent        | none               | ASK",
        "jane                   | consent        | logged in          | ASK",
        "jane                   | consent        | allowed            | ANSWER",
        "jane                   | consent        | denied             | access_denied",
        "jane                   | login consent  | none               | LOG_IN_AGAIN",
        "jane                   | login consent  | logged in          | ASK",
        "jane                   | login consent  | logged in, allowed | ANSWER",
        "jane, not asked yet    |                | none               | ASK",
        "jane, not asked yet    |                | allowed            | ASK",
        "jane, not asked yet    |                | denied             | access_denied",
        "jane, not asked yet    | none           | none               | consent_required",
        "jane, not asked yet    | login          | none               | LOG_IN_AGAIN",
        "jane, not asked yet    | login          | logged in          | ASK",
        "another                |                | none               | LOG_IN_AGAIN",
        "another                |                | not logged in      | LOG_IN_AGAIN",
        "another                |                | logged in          | login_required",
        "another                |                | logged in, allowed | login_required",
        "another                | none           | none               | login_required",
        "another, not asked yet | none           | none               | login_required",
        "another, not asked yet |                | logged in          | login_required",
      })
  void isWhatTheStandardSays(String visitor, String prompt, String progress, String next) {
    AuthorizationRequest request = TestRequests.of("prompt", prompt == null ? "" : prompt);

    assertThat(next(request, VISITORS.get(visitor), PROGRESS.get(progress))).isEqualTo(next);
  }

  /** O-3: the edge is the very second. */
  @ParameterizedTest
  @CsvSource({
    "61, ANSWER",
    "60, ANSWER",
    "59, LOG_IN_AGAIN",
    "0, LOG_IN_AGAIN",
  })
  void isALoginWhereTheLastIsTooOld(String maxAge, String next) {
    assertThat(next(TestRequests.of("max_age", maxAge), JANE, NONE)).isEqualTo(next);
  }

  @Test
  void isNoLoginWhereThePersonHasJustLoggedIn() {
    AuthorizationRequest request = TestRequests.of("max_age", "0");
    assertThat(next(request, JANE, PROGRESS.get("logged in"))).isEqualTo("ANSWER");
    assertThat(next(request, JANE, PROGRESS.get("not logged in"))).isEqualTo("LOG_IN_AGAIN");
  }

  /** Also where the person has allowed the same before. */
  @Test
  void isTheQuestionWhereAnyProgramCouldBeTheClient() {
    String address = "http://127.0.0.1:51004/callback";
    RegisteredClient program = TestClients.of("it", Map.of("redirect-uris", address));
    AuthorizationRequest request = TestRequests.of(program, "redirect_uri", address);
    AuthorizationRequest silent =
        TestRequests.of(program, "redirect_uri", address, "prompt", "none");

    assertThat(next(request, JANE, NONE)).isEqualTo("ASK");
    assertThat(next(request, JANE, NONE.decided(ALLOWED, NOW))).isEqualTo("ANSWER");
    assertThat(next(silent, JANE, NONE)).isEqualTo("consent_required");
  }

  @Test
  void isNeverAPageWhereThePromptIsNone() {
    AuthorizationRequest request = TestRequests.of("prompt", "none", "max_age", "1");
    assertThat(next(request, JANE, NONE)).isEqualTo("login_required");
    for (Visitor visitor : VISITORS.values()) {
      for (Progress progress : PROGRESS.values()) {
        assertThat(next(TestRequests.of("prompt", "none"), visitor, progress))
            .isIn("ANSWER", "RENEW", "login_required", "consent_required", "access_denied");
      }
    }
  }

  @Test
  void saysWhyInASentenceForADeveloper() {
    assertThatExceptionOfType(OAuthException.class)
        .isThrownBy(
            () ->
                NextStep.of(
                    TestRequests.of(), JANE, Objects.requireNonNull(PROGRESS.get("denied")), NOW))
        .withMessage("access_denied: The person has said no.");
  }

  private static String next(
      AuthorizationRequest request, @Nullable Visitor visitor, @Nullable Progress progress) {
    try {
      return NextStep.of(
              request, Objects.requireNonNull(visitor), Objects.requireNonNull(progress), NOW)
          .name();
    } catch (OAuthException refusal) {
      return refusal.error().name().toLowerCase(Locale.ROOT);
    }
  }
}
