package dev.signet.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signet.mail.Letter.Template;
import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.error.RootAttributeNotFoundException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TemplatesTest {

  private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.KOREAN);

  private final Templates templates = new Templates("The <Shop>");

  static Stream<Arguments> all() {
    return Arrays.stream(Template.values())
        .flatMap(template -> LANGUAGES.stream().map(language -> Arguments.of(template, language)));
  }

  @ParameterizedTest
  @MethodSource("all")
  void sayAllInBothParts(Template template, Locale language) {
    Templates.Texts mail = templates.render(TestMails.letter(template, language));

    assertThat(mail.subject()).contains("The <Shop>").doesNotContain("\n").doesNotEndWith(".");
    assertThat(mail.text()).contains("Kim Signet").contains("The <Shop>").endsWith("\n");
    assertThat(mail.html())
        .startsWith("<!DOCTYPE html>\n<html lang=\"" + language + "\">")
        .contains("Kim Signet")
        .contains("The &lt;Shop&gt;")
        .doesNotContain("<Shop>");
    assertThat(words(mail.html())).isEqualTo(mail.text().replaceAll("\\s+", " ").strip());
    assertThat(mail.text() + mail.html()).doesNotContain("{{", "{%", "null");
  }

  @ParameterizedTest
  @MethodSource("all")
  void linkWhereThereIsALink(Template template, Locale language) {
    Templates.Texts mail = templates.render(TestMails.letter(template, language));

    boolean linked = template.variables().contains("link");
    String escaped = TestMails.LINK.replace("&", "&amp;");
    assertThat(mail.text().lines().anyMatch(TestMails.LINK::equals)).isEqualTo(linked);
    assertThat(mail.html().contains("<a href=\"" + escaped + "\">" + escaped + "</a>"))
        .isEqualTo(linked);
  }

  @ParameterizedTest
  @MethodSource("all")
  void greetWhoHasNoName(Template template, Locale language) {
    Templates.Texts mail =
        templates.render(TestMails.letter(template, language, Map.of("name", "")));

    String greeting = language.equals(Locale.KOREAN) ? "안녕하세요." : "Hello,";
    assertThat(mail.text()).startsWith(greeting + "\n\n");
    assertThat(mail.html()).contains("<p>" + greeting + "</p>");
  }

  @Test
  void areInTheLanguageOfTheReader() {
    for (Template template : Template.values()) {
      Templates.Texts english = templates.render(TestMails.letter(template, Locale.ENGLISH));
      Templates.Texts korean = templates.render(TestMails.letter(template, Locale.KOREAN));
      assertThat(english.subject() + english.text()).doesNotContainPattern("\\p{IsHangul}");
      assertThat(korean.subject()).containsPattern("\\p{IsHangul}");
      assertThat(korean.text().lines().filter(line -> !line.isEmpty() && !line.startsWith("http")))
          .allMatch(line -> line.matches(".*\\p{IsHangul}.*"));
    }
  }

  @Test
  void escapeANameInThePageAlone() {
    Letter letter =
        TestMails.letter(
            Template.EMAIL_CHANGED, Locale.ENGLISH, Map.of("name", "<script>\"&'{{ link }}"));
    Templates.Texts mail = templates.render(letter);

    assertThat(mail.text()).startsWith("Hello <script>\"&'{{ link }},\n");
    assertThat(mail.html())
        .contains("Hello &lt;script&gt;&quot;&amp;&#39;{{ link }},")
        .doesNotContain("<script");
  }

  /** What a template asks for and nobody gives is a mistake, not a blank. */
  @Test
  void failWhereAVariableIsMissing() {
    PebbleEngine engine = Templates.engine(true);
    for (String file : List.of("en/verify_email.txt", "ko/verify_email.html")) {
      assertThatThrownBy(
              () ->
                  engine
                      .getTemplate(file)
                      .evaluate(
                          new java.io.StringWriter(),
                          Map.of("name", "Kim", "service", "Signet", "language", "en")))
          .isInstanceOf(RootAttributeNotFoundException.class)
          .hasMessageContaining("link");
    }
  }

  /** The page without its tags. */
  private static String words(String html) {
    return html.replaceFirst("(?s).*<body[^>]*>", "")
        .replaceAll("<[^>]*>", "")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
        .replaceAll("\\s+", " ")
        .strip();
  }
}
