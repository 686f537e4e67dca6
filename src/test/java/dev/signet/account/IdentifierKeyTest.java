package dev.signet.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifierKeyTest {

  @ParameterizedTest
  @CsvSource({
    "Jane, jane",
    "JANE@EXAMPLE.ORG, jane@example.org",
    "STRASSE, straße",
    "Ｊａｎｅ, jane",
    "jane＠example。org, jane@example。org",
    "ﬁona, fiona",
    "①②, 12",
    "A\u030Angstro\u0308m, \u00C5ngstr\u00F6m",
    "\u212Bngstr\u00F6m, \u00E5ngstr\u00F6m",
    "\u212Aelvin, kelvin",
    "ΣΊΣΥΦΟΣ, σίσυφος",
    "ΣΊΣΥΦΟσ, σίσυφος",
    "\u1112\u1161\u11AB\u1100\u1173\u11AF, 한글",
    "ﾊﾝｶｸ, ハンカク",
    "ДЖЕЙН, джейн",
    "ı, I",
    "ſam, sam",
  })
  void isTheSameForNamesThatDifferInFormOrCase(String one, String other) {
    assertThat(IdentifierKey.of(one)).isEqualTo(IdentifierKey.of(other));
  }

  @ParameterizedTest
  @CsvSource({"jane, jané", "jane, jane1", "user.name, username", "a@b.c, a@b.d", "ハ, バ", "i, į"})
  void isAnotherForOtherNames(String one, String other) {
    assertThat(IdentifierKey.of(one)).isNotEqualTo(IdentifierKey.of(other));
  }

  /** The machine of a Turkish operator lowers I to ı, unless told otherwise. */
  @Test
  void isTheSameOnEveryMachine() {
    Locale machine = Locale.getDefault();
    Locale.setDefault(new Locale("tr", "TR"));
    try {
      assertThat(IdentifierKey.of("ADMIN")).isEqualTo("admin");
      assertThat(IdentifierKey.of("admin")).isEqualTo("admin");
    } finally {
      Locale.setDefault(machine);
    }
  }

  /** A capital I with a dot is i and a combining dot: not the name without it. */
  @Test
  void keepsTheDotOfATurkishCapital() {
    assertThat(IdentifierKey.of("\u0130"))
        .isEqualTo(IdentifierKey.of("i\u0307"))
        .isNotEqualTo(IdentifierKey.of("i"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "jane", "\uD83D\uDD11", "한글", "jane+x@example.org"})
  void leavesAloneWhatIsFoldedAlready(String name) {
    assertThat(IdentifierKey.of(name)).isEqualTo(name);
  }

  @Test
  void takesTheCapitalSharpSForTheSmallOne() {
    assertThat(IdentifierKey.of("STRA\u1E9EE")).isEqualTo(IdentifierKey.of("stra\u00DFe"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jane@example.org",
        "j.a-n+e@localhost",
        "제인@예시.한국",
        "jane@b\u00fccher.example",
        "jane@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.org"
      })
  void takesAddresses(String text) {
    assertThat(IdentifierKey.isEmail(text)).isTrue();
  }

  /** What no mail server could be asked for would wait in the outbox for days. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "jane",
        "@example.org",
        "jane@",
        "jane@@example.org",
        "jane@example..org",
        "jane@-example.org",
        "ja ne@example.org",
        ".jane@example.org",
        "jane.@example.org",
        "ja..ne@example.org",
        "jane@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.org",
        "jane@가나다라마바사아자차카타파하가나다라마바사아자차카타파하가나다라마바사아자차카타파하가나다라마바사아자차카타파하.org"
      })
  void takesNothingElseForAnAddress(String text) {
    assertThat(IdentifierKey.isEmail(text)).isFalse();
  }
}
