package dev.signet.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

  private static final String KEY = "signet.some.key";

  @Test
  void stripsText() {
    assertThat(with(" a b\t").text(KEY)).isEqualTo("a b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\n"})
  void refuseTextThatIsBlank(String blank) {
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> with(blank).text(KEY))
        .withMessage("signet.some.key has no value: set it.");
  }

  @Test
  void refuseAKeyWithoutAValue() {
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> with("x").text("signet.other"))
        .withMessage("signet.other has no value: set it.");
  }

  @Test
  void splitAListAtItsCommas() {
    assertThat(with(" a , b c,d,a ").list(KEY)).containsExactly("a", "b c", "d");
    assertThat(with("a").list(KEY)).containsExactly("a");
  }

  @ParameterizedTest
  @ValueSource(strings = {",", " , ,", "a,,b", "a,", ",a"})
  void refuseAListWithNothingInIt(String nothing) {
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> with(nothing).list(KEY))
        .withMessage("signet.some.key is wrong: expected values with single commas between them.");
  }

  @Test
  void refuseADurationThatNobodyMeans() {
    assertThat(with("P3650D").duration(KEY, Duration.ZERO)).isEqualTo(Duration.ofDays(3650));
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> with("P3650DT0.001S").duration(KEY, Duration.ZERO))
        .withMessageStartingWith("signet.some.key is wrong: expected a duration of at most");
  }

  @ParameterizedTest
  @ValueSource(strings = {"signet.answer.", "SIGNET_ANSWER_"})
  void refuseAKeyThatNamesNothing(String key) {
    Settings settings = new Settings(name -> Optional.of("username"), Set.of(key));
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> settings.group("signet.answer"))
        .withMessage(key + " names nothing: mend its name or remove it.");
  }

  @ParameterizedTest
  @CsvSource({"8, 8", "' 9 ', 9", "2147483647, 2147483647"})
  void readANumberFromTheMinimumOn(String text, int number) {
    assertThat(with(text).number(KEY, 8)).isEqualTo(number);
  }

  @Test
  void refuseANumberBelowTheMinimum() {
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> with("7").number(KEY, 8))
        .withMessage("signet.some.key is wrong: expected a whole number of at least 8.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"hunter2", "8.0", "8e1", "0x10", "2147483648", "1_000", "8 9"})
  void refuseWhatIsNoWholeNumberAndDoNotSayWhatItIs(String text) {
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> with(text).number(KEY, 0))
        .withMessage("signet.some.key is wrong: expected a whole number.")
        .withNoCause();
  }

  @Test
  void readADurationFromTheMinimumOn() {
    assertThat(with(" PT1S ").duration(KEY, Duration.ofSeconds(1))).hasToString("PT1S");
    assertThat(with("P1D").duration(KEY, Duration.ofSeconds(1))).hasToString("PT24H");
    assertThat(with("PT0S").duration(KEY, Duration.ZERO)).hasToString("PT0S");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0.999999999S", "PT0S", "-PT1S", "PT-1S"})
  void refuseADurationBelowTheMinimum(String text) {
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> with(text).duration(KEY, Duration.ofSeconds(1)))
        .withMessage("signet.some.key is wrong: expected a duration of at least PT1S.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"hunter2", "5", "5m", "PT", "P1Y", "P1M", "PT99999999999999999999S"})
  void refuseWhatIsNoDurationAndDoNotSayWhatItIs(String text) {
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> with(text).duration(KEY, Duration.ZERO))
        .withMessage("signet.some.key is wrong: expected an ISO 8601 duration such as PT5M or P1D.")
        .withNoCause();
  }

  @Test
  void groupWhatStandsBelowAPrefix() {
    Settings settings =
        of(Map.of("signet.g.b", " 2 ", "signet.g.a", "1", "signet.gone", "x", "signet.g", "y"));
    assertThat(settings.group("signet.g"))
        .containsExactly(Map.entry("a", "1"), Map.entry("b", "2"));
  }

  @Test
  void groupWhatTheEnvironmentNamesToo() {
    Settings settings = of(Map.of("SIGNET_G_IS_ADMIN", "is_admin", "SIGNET_GONE", "x"));
    assertThat(settings.group("signet.g")).containsExactly(Map.entry("is_admin", "is_admin"));
  }

  @Test
  void groupANameOnceThatStandsInBothWays() {
    Settings settings = of(Map.of("SIGNET_G_A", "environment", "signet.g.a", "dotted"));
    assertThat(settings.group("signet.g")).containsExactly(Map.entry("a", "dotted"));
  }

  /** As SmallRye Config has it, which is WildFly's. */
  @Test
  void groupANameOnceThatAServerShowsWithDotsToo() {
    Settings settings =
        of(Map.of("SIGNET_G_IS_ADMIN", "environment", "signet.g.is.admin", "by ordinal"));
    assertThat(settings.group("signet.g")).containsExactly(Map.entry("is_admin", "by ordinal"));
  }

  @Test
  void leaveANameWithoutAValueOutOfItsGroup() {
    Settings settings = new Settings(key -> Optional.empty(), Set.of("signet.g.a", "SIGNET_G_B"));
    assertThat(settings.group("signet.g")).isEmpty();
  }

  @Test
  void haveNothingInAGroupThatNobodyNames() {
    assertThat(with("x").group("signet.g")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "signet.known.key",
        "SIGNET_KNOWN_KEY",
        "signet.group.any",
        "SIGNET_GROUP_ANY",
        "SIGNETS",
        "signets.x",
        "PATH",
        "java.home",
        "signet",
      })
  void letPassWhatIsKnownOrNotOurs(String name) {
    assertThatNoException()
        .isThrownBy(
            () ->
                of(Map.of(name, "x"))
                    .refuseUnknown(Set.of("signet.known.key"), Set.of("signet.group")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "signet.known.keys",
        "signet.known",
        "SIGNET_KNOWN_KEYS",
        "signet.KNOWN.key",
        "signet.group",
        "SIGNET_GROUP",
        "signet.groups.any",
        "signet.",
        "SIGNET_",
      })
  void refuseASlipOfThePenByItsName(String name) {
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(
            () ->
                of(Map.of(name, "hunter2"))
                    .refuseUnknown(Set.of("signet.known.key"), Set.of("signet.group")))
        .withMessage(name + " is no setting of Signet: mend its name or remove it.");
  }

  @Test
  void knowTheirOwnKeysAndNoOthers() {
    assertThat(Settings.known())
        .contains("signet.issuer", "signet.secret")
        .allMatch(key -> key.startsWith("signet."));
  }

  private static Settings with(String value) {
    return of(Map.of(KEY, value));
  }

  private static Settings of(Map<String, String> values) {
    return new Settings(key -> Optional.ofNullable(values.get(key)), values.keySet());
  }
}
