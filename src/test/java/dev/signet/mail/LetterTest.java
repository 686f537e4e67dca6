package dev.signet.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.signet.mail.Letter.Template;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LetterTest {

  @ParameterizedTest
  @EnumSource
  void isReadAsItWasStored(Template template) {
    Letter letter = TestMails.letter(template, Locale.KOREAN, Map.of("name", "김\"서명\\"));
    assertThat(Letter.fromJson(letter.toJson())).isEqualTo(letter);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "kim",
        "kim@",
        "@example.org",
        "kim@example.org\r\nBcc: all@example.org",
        "kim@example.org\n",
        "kim@example.org,all@example.org",
        "kim@all@example.org",
        "Kim <kim@example.org>",
        "kim@example.org ",
        "kim＠all@example.org",
      })
  void goesToOneAddressAlone(String recipient) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Letter(
                    recipient, Locale.ENGLISH, Template.PASSWORD_CHANGED, Map.of("name", "Kim")))
        .withMessage("This is no address");
  }

  /** The key of the account is made of this form: another mailbox must not prove it. */
  @Test
  void goesToTheAddressThatTheAccountIsKnownBy() {
    Letter letter =
        new Letter("ﬁn＠example.org", Locale.ENGLISH, Template.EMAIL_CHANGED, Map.of("name", ""));
    assertThat(letter.recipient()).isEqualTo("fin@example.org");
  }

  @ParameterizedTest
  @CsvSource({"ko-KR, ko", "ko, ko", "en-GB, en", "fr, en", "und, en"})
  void isInTheLanguageOfTheReaderOrInEnglish(String wanted, String language) {
    assertThat(TestMails.letter(Template.VERIFY_EMAIL, Locale.forLanguageTag(wanted)).language())
        .isEqualTo(Locale.forLanguageTag(language));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "verify-email?token=t",
        "javascript:alert(1)",
        "https:verify",
        "https:///verify",
        "https://signet.example/ x",
        "https://signet.example/\r\nBcc: all@example.org",
        "https://signet.example/\">",
      })
  void linksToAPageOfTheWebAlone(String link) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> TestMails.letter(Template.VERIFY_EMAIL, Locale.ENGLISH, Map.of("link", link)))
        .withMessage("This is no link")
        .withNoCause();
  }

  @Test
  void takesEveryVariableOfItsTemplateAndNoOther() {
    for (Map<String, String> values :
        java.util.List.<Map<String, String>>of(
            Map.of(), Map.of("name", "Kim", "link", TestMails.LINK), Map.of("nmae", "Kim"))) {
      assertThatIllegalArgumentException()
          .isThrownBy(
              () -> new Letter("kim@example.org", Locale.ENGLISH, Template.EMAIL_CHANGED, values))
          .withMessage("EMAIL_CHANGED takes other variables");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Kim", "Dr. Kim", "김서명", "O'Neill <3", "<script>alert(1)</script>"})
  void greetsByName(String name) {
    assertThat(greeted(name)).isEqualTo(name.contains("/") ? "" : name);
  }

  /** Whoever signs up with the address of another chooses what he reads. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "You have won: https://evil.example/x",
        "evil.example",
        "evil．example",
        "evil。example",
        "mail kim@evil",
        "Call 0800 555123",
        "A name of sixty-five characters, which is more than anybody is called",
      })
  void greetsNobodyByAMessage(String name) {
    assertThat(greeted(name)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Kim\r\nBcc: all", "Kim\u2028Bcc: all", "Kim\u202eBcc: all"})
  void greetsInOneLine(String name) {
    assertThat(greeted(name)).matches("Kim {1,2}Bcc: all");
  }

  @Test
  void showsNeitherAddressNorLink() {
    assertThat(TestMails.letter(Template.VERIFY_EMAIL, Locale.ENGLISH))
        .hasToString("Letter[VERIFY_EMAIL]");
  }

  private static String greeted(String name) {
    return TestMails.letter(Template.EMAIL_CHANGED, Locale.ENGLISH, Map.of("name", name))
        .values()
        .getOrDefault("name", "nothing");
  }
}
