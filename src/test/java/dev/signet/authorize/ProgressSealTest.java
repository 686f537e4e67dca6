package dev.signet.authorize;

import static dev.signet.authorize.Progress.Decision.ALLOWED;
import static dev.signet.authorize.Progress.Decision.DENIED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.signet.oauth.OAuthException;
import dev.signet.oauth.OAuthForm;
import dev.signet.platform.HmacSha256;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgressSealTest {

  private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");
  private static final HmacSha256 KEY = new HmacSha256(new byte[] {1});
  private static final HmacSha256 OTHER = new HmacSha256(new byte[] {2});

  private static final Progress NONE = Progress.none(NOW);
  private static final Progress ASKED = NONE.askingForLogin(NOW.minusSeconds(60), NOW);
  private static final Progress YES = ASKED.decided(ALLOWED, NOW);

  private final ProgressSeal seal = at(NOW);
  private final OAuthForm request = TestRequests.form();

  @Test
  void opensWhatItHasSealed() {
    for (Progress progress : List.of(NONE, ASKED, YES, NONE.decided(DENIED, NOW))) {
      assertThat(seal.of(seal.with(request, progress, "session"), "session")).isEqualTo(progress);
    }
  }

  @Test
  void goesAlongWithTheRequestAndLeavesItAsItIs() {
    OAuthForm sealed = seal.with(request, YES, "session");
    assertThat(ProgressSeal.bare(sealed)).isEqualTo(request);
    assertThat(sealed.parameters()).hasSize(request.parameters().size() + 1);
    assertThat(seal.with(sealed, ASKED, "session")).isEqualTo(seal.with(request, ASKED, "session"));
  }

  /** From page to page it is a link, whose order no browser and no node has to keep. */
  @Test
  void isOpenedInWhateverOrderTheRequestComes() {
    OAuthForm many =
        TestRequests.form(
            "a", "1", "b", "2", "c", "3", "d", "ü&=+ ", "nonce", "n", "ui_locales", "ko");
    OAuthForm sealed = seal.with(many, YES, "session");

    assertThat(seal.of(OAuthForm.parse(sealed.text()), "session")).isEqualTo(YES);
    List<String> parts = new ArrayList<>(List.of(sealed.text().split("&")));
    Collections.reverse(parts);
    assertThat(seal.of(OAuthForm.parse(String.join("&", parts)), "session")).isEqualTo(YES);
  }

  /** Nodes share nothing but their secret, and none makes a map in the order of another. */
  @Test
  void isTheSameOnEveryNode() {
    assertThat(seal.with(request, YES, "session").required(ProgressSeal.PARAMETER))
        .isEqualTo("1777636740.0.a.1777636800.D-tNNYmB5x8jEQ_f--hnJQ");
  }

  @Test
  void isNothingWhereNothingGoesAlong() {
    assertThat(seal.of(request, "session")).isEqualTo(NONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "x",
        "1777636740.0.a.1777636800",
        "1777636740.0.a.1777636800.",
        "1777636740.0.a.1777636800.AAAAAAAAAAAAAAAAAAAAAA",
        ".0.a.1777636800.ü",
      })
  void isNothingWhereSomebodyHasMadeItUp(String made) {
    assertThat(seal.of(with(request, ProgressSeal.PARAMETER, made), "session")).isEqualTo(NONE);
  }

  @Test
  void isNothingWhereItWasAltered() {
    String sealed = seal.with(request, YES, "session").required(ProgressSeal.PARAMETER);
    for (int i = 0; i < sealed.length() - 1; i++) {
      char other = sealed.charAt(i) == '1' ? '2' : '1';
      String altered = sealed.substring(0, i) + other + sealed.substring(i + 1);
      assertThat(seal.of(with(request, ProgressSeal.PARAMETER, altered), "session"))
          .as(altered)
          .isEqualTo(NONE);
    }
    String denied =
        seal.with(request, YES.decided(DENIED, NOW), "session").required("signet_progress");
    assertThat(seal.of(with(request, "signet_progress", denied.replace(".d.", ".a.")), "session"))
        .isEqualTo(NONE);
  }

  /** What was allowed one request is allowed no other, not even a little more. */
  @ParameterizedTest
  @ValueSource(strings = {"scope", "client_id", "redirect_uri", "state", "nonce", "claims", "x"})
  void isNothingForAnotherRequest(String parameter) {
    OAuthForm sealed = seal.with(request, YES, "session");
    assertThat(seal.of(with(sealed, parameter, "other"), "session")).isEqualTo(NONE);
    Map<String, List<String>> less = new HashMap<>(sealed.parameters());
    less.remove("state");
    assertThat(seal.of(new OAuthForm(less), "session")).isEqualTo(NONE);
  }

  @Test
  void isTheDecisionOfOneSessionOnly() {
    OAuthForm sealed = seal.with(request, YES, "session");
    assertThat(seal.of(sealed, "another")).isEqualTo(NONE);
    assertThat(seal.of(sealed, "")).isEqualTo(NONE);
    OAuthForm denied = seal.with(request, NONE.decided(DENIED, NOW), "session");
    assertThat(seal.of(denied, "another")).isEqualTo(NONE);
  }

  /** Who was to log in has a session afterwards, and had none before. */
  @Test
  void isWhatWasAskedWhicheverSessionCameOfIt() {
    OAuthForm sealed = seal.with(request, ASKED, "");
    assertThat(seal.of(sealed, "new")).isEqualTo(ASKED);
  }

  @Test
  void isNothingUnderAnotherKey() {
    OAuthForm sealed = seal.with(request, YES, "session");
    ProgressSeal other = new ProgressSeal(List.of(OTHER), Clock.fixed(NOW, ZoneOffset.UTC));
    assertThat(other.of(sealed, "session")).isEqualTo(NONE);
  }

  /** Who was at a page while the secret was replaced goes on. */
  @Test
  void isOpenedUnderTheKeyBefore() {
    OAuthForm sealed = seal.with(request, YES, "session");
    ProgressSeal later = new ProgressSeal(List.of(OTHER, KEY), Clock.fixed(NOW, ZoneOffset.UTC));
    assertThat(later.of(sealed, "session")).isEqualTo(YES);
    assertThat(later.with(request, YES, "session"))
        .isNotEqualTo(sealed)
        .isEqualTo(
            new ProgressSeal(List.of(OTHER), Clock.fixed(NOW, ZoneOffset.UTC))
                .with(request, YES, "session"));
  }

  @Test
  void isNothingAfterAQuarterOfAnHour() {
    OAuthForm sealed = seal.with(request, YES, "session");
    Instant end = NOW.plusSeconds(900);
    assertThat(at(end.minusMillis(1)).of(sealed, "session")).isEqualTo(YES);
    assertThat(at(end).of(sealed, "session")).isEqualTo(Progress.none(end));
  }

  @Test
  void isRefusedWhereItIsThereTwice() {
    Map<String, List<String>> twice = new HashMap<>(request.parameters());
    twice.put(ProgressSeal.PARAMETER, List.of("a.b", "c.d"));
    assertThatExceptionOfType(OAuthException.class)
        .isThrownBy(() -> seal.of(new OAuthForm(twice), "session"));
  }

  private static ProgressSeal at(Instant now) {
    return new ProgressSeal(List.of(KEY), Clock.fixed(now, ZoneOffset.UTC));
  }

  private static OAuthForm with(OAuthForm form, String parameter, String value) {
    Map<String, List<String>> parameters = new HashMap<>(form.parameters());
    parameters.put(parameter, List.of(value));
    return new OAuthForm(parameters);
  }
}
