package dev.signet.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Locale;
import java.util.MissingResourceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {

  private static final String ENGLISH = "This field is required.";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "en",
        "en-GB",
        "de",
        "de,en",
        "tlh-Latn",
        "*",
        "de-CH-1996,fr",
        "ko;q=0",
        "en,ko"
      })
  void speakEnglishToWhomTheyCannotUnderstand(String preferred) {
    assertThat(in(preferred).text("field_required")).isEqualTo(ENGLISH);
  }

  @Test
  void takeNoNoticeOfTheLanguageOfTheMachine() {
    Locale machine = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
    try {
      assertThat(in("fr").text("field_too_long", 1.5)).contains("1.5");
    } finally {
      Locale.setDefault(machine);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../etc/passwd", "en/../x", "\u0000", "C:", ";", "en;q=", "q", ",,,"})
  void findNothingByWhatIsNoLanguage(String hostile) {
    assertThat(in(hostile).text("field_required")).isEqualTo(ENGLISH);
  }

  @Test
  void readNoNovel() {
    assertThat(in("ko, " + "x, ".repeat(100)).text("field_required")).isEqualTo(ENGLISH);
  }

  @Test
  void areEnglishForWhoAsksForNothing() {
    assertThat(Texts.preferred(null).text("field_required")).isEqualTo(ENGLISH);
  }

  @Test
  void fillInTheBlanks() {
    assertThat(in("en").text("token_without_claim", "exp")).isEqualTo("Token has no 'exp' claim");
    assertThat(in("en").text("field_too_short", 15))
        .isEqualTo("Ensure this field has at least 15 characters.");
  }

  @Test
  void doNotReadWhatTheyFillIn() {
    assertThat(in("en").text("method_not_allowed", "{0} ''{1}''"))
        .isEqualTo("Method \"{0} ''{1}''\" not allowed.");
  }

  @Test
  void haveNoTextForAKeyThatNobodyWrote() {
    assertThatExceptionOfType(MissingResourceException.class)
        .isThrownBy(() -> in("en").text("no_such_key"));
  }

  private static Texts in(String preferred) {
    return Texts.preferred(preferred);
  }
}
