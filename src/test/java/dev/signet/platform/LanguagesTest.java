package dev.signet.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The languages that the sentences are written in. A language is a file; each file must be whole.
 */
class LanguagesTest {

  private static final ResourceBundle ENGLISH = bundle(Locale.ROOT);

  @ParameterizedTest
  @ValueSource(strings = "ko")
  void sayAllThatEnglishSays(String language) {
    assertThat(bundle(Locale.forLanguageTag(language)).keySet())
        .containsExactlyInAnyOrderElementsOf(ENGLISH.keySet());
  }

  @ParameterizedTest
  @ValueSource(strings = "ko")
  void translateEverySentence(String language) {
    ResourceBundle bundle = bundle(Locale.forLanguageTag(language));

    assertThat(ENGLISH.keySet())
        .allSatisfy(key -> assertThat(bundle.getString(key)).isNotEqualTo(ENGLISH.getString(key)));
  }

  @ParameterizedTest
  @ValueSource(strings = "ko")
  void leaveTheSameBlanks(String language) {
    ResourceBundle bundle = bundle(Locale.forLanguageTag(language));

    assertThat(ENGLISH.keySet())
        .allSatisfy(
            key ->
                assertThat(blanks(bundle.getString(key)))
                    .isEqualTo(blanks(ENGLISH.getString(key))));
  }

  @Test
  void areChosenInTheOrderOfTheReader() {
    Texts texts = Texts.preferred("en;q=0.1, fr, ko_KR;q=0.5");

    assertThat(texts.text("token_expired")).isEqualTo("만료된 토큰");
  }

  @Test
  void areEnglishForWhoPrefersEnglish() {
    assertThat(Texts.preferred("en-GB, ko").text("token_expired")).isEqualTo("Token is expired");
  }

  private static int blanks(String sentence) {
    return new MessageFormat(sentence, Locale.ROOT).getFormatsByArgumentIndex().length;
  }

  private static ResourceBundle bundle(Locale locale) {
    return ResourceBundle.getBundle(
        "messages",
        locale,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }
}
