package dev.signet.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signet.platform.CannotStart;
import dev.signet.platform.TestSettings;
import dev.signet.platform.Texts;
import dev.signet.problem.FieldErrors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ViewsTest {

  private static final String SCRIPT = "\"><script>alert(1)</script>";
  private static final Texts ENGLISH = Texts.inEnglish();

  private static final Map<String, Object> MODEL =
      Map.of(
          "token", "t",
          "username", "kim",
          "minimum", 15,
          "title", "page_forgot_title",
          "sentence", "page_forgot_question",
          "action", "forgot-password",
          "button", "page_forgot_button");

  @TempDir Path folder;

  private final Views views =
      Views.from(TestSettings.with("signet.mail.service-name", "Signet & Co"));

  @Test
  void escapeWhatTheyShow() {
    String page =
        views.render(
            "verify_email",
            Map.of(
                "token", SCRIPT,
                "username", SCRIPT,
                "csrf", SCRIPT,
                "problems", Mistakes.of(SCRIPT).summary(),
                "languages", ReaderLanguage.links("a=" + SCRIPT, ENGLISH)),
            ENGLISH);

    assertThat(page).doesNotContain("<script>").contains("Signet &amp; Co");
  }

  @Test
  void areInTheLanguageOfTheReader() {
    String page = views.render("reset_password", MODEL, Texts.preferred("ko"));

    assertThat(page).contains("<html lang=\"ko\">").contains("15자 이상").doesNotContain("password</");
  }

  @Test
  void fillTheBlanksOfASentence() {
    assertThat(render("reset_password")).contains("At least 15 characters.");
  }

  @Test
  void tellWhatAClientMayDo() {
    Map<String, Object> asked =
        Map.of(
            "client", SCRIPT,
            "scopes", List.of("email", "offline_access", "openid", SCRIPT),
            "username", "kim",
            "goal", "/signet/oauth2/authorize?a=b&c=d",
            "query", "%2Fsignet");

    assertThat(views.render("consent", asked, ENGLISH))
        .containsSubsequence(
            "know that it is you",
            "see your e-mail address",
            "do what it calls &quot;",
            "while you are logged out")
        .contains("value=\"/signet/oauth2/authorize?a=b&amp;c=d\"", "as kim.")
        .doesNotContain("<script>");
  }

  @Test
  void missNoVariable() {
    assertThatThrownBy(() -> views.render("verify_email", Map.of("username", "kim"), ENGLISH))
        .hasMessageContaining("token");
  }

  /** Inline styles and scripts would not be run: the Content-Security-Policy allows none. */
  @Test
  void haveNoStyleAndNoScriptInThem() throws IOException {
    for (String view : shipped()) {
      String text = Files.readString(Path.of("src/main/resources/pages", view));
      assertThat(text)
          .as(view)
          .doesNotContainPattern("<style|style=|\\son[a-z]+=|javascript:|\\| *raw")
          .doesNotContainPattern("<script(?! (type=\"module\"|defer) src=)")
          .doesNotContainPattern("(src|href)=\"(?!#|\\{\\{)");
    }
  }

  @Test
  void nameNoAssetThatThereIsNot() throws IOException {
    for (String view : shipped()) {
      Files.copy(Path.of("src/main/resources/pages", view), folder.resolve(view));
    }

    assertThat(ofFolder().render("missing", Map.of(), ENGLISH))
        .containsPattern("href=\"/signet/assets/style\\.[0-9a-f]{16}\\.css\"");
  }

  @Test
  void tieASummaryOfMistakesToTheirFields() {
    String page = refused("reset_password", "password", Map.of());

    assertThat(page)
        .contains("<a href=\"#password\">Ensure this field has at least 15 characters.</a>")
        .contains("<p class=\"mistake\" id=\"password-mistake\">Ensure this field has")
        .containsPattern(
            "(?s)<input id=\"password\"[^>]* aria-invalid=\"true\""
                + " aria-describedby=\"password-mistake password-hint\">")
        .contains("<title>Problem: ")
        .doesNotContainPattern("<input[^>]*autofocus");
    assertThat(page.split("autofocus", -1)).hasSize(2);
  }

  @Test
  void describeAFieldByItsHintWhereNothingIsWrong() {
    assertThat(render("reset_password"))
        .containsPattern("<input id=\"password\"[^>]* autofocus aria-describedby=\"password-hint\"")
        .doesNotContain("aria-invalid")
        .doesNotContain("role=\"alert\"");
  }

  @Test
  void sayWhatIsAboutNoFieldWithoutALink() {
    Map<String, Object> model = new HashMap<>(MODEL);
    model.put("problems", Mistakes.of("No.").summary());

    assertThat(views.render("mail_a_link", model, ENGLISH))
        .containsPattern("(?s)role=\"alert\"[^>]*>\\s*<p>No.</p>")
        .doesNotContain("href=\"#");
  }

  @Test
  void giveBackWhatWasTypedButNoPassword() {
    Map<String, String> typed = Map.of("email", SCRIPT, "password", "find me");

    assertThat(refused("mail_a_link", "email", typed))
        .contains("value=\"&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;\"");
    assertThat(refused("reset_password", "password", typed)).doesNotContain("find me");
  }

  @Test
  void proveAFormWhereThereIsAProof() {
    Map<String, Object> model = new HashMap<>(MODEL);
    model.put("csrf", "p");

    assertThat(views.render("verify_email", model, ENGLISH))
        .contains("<input type=\"hidden\" name=\"csrf_token\" value=\"p\">");
    assertThat(render("verify_email")).doesNotContain("csrf_token");
  }

  @Test
  void areTheOperatorsWhereHeHasSome() throws IOException {
    Files.writeString(
        folder.resolve("done.html"),
        "{% extends \"layout.html\" %}{% block content %}{{ asset(\"x.png\") }}{% endblock %}");
    Files.writeString(folder.resolve("x.png"), "x");

    assertThat(ofFolder().render("done", MODEL, ENGLISH))
        .containsPattern("/signet/assets/x\\.[0-9a-f]{16}\\.png")
        .contains("<html lang=\"en\">");
    assertThat(ofFolder().render("verify_email", MODEL, ENGLISH)).contains("name=\"token\"");
  }

  @ParameterizedTest
  @CsvSource({
    "{% if %}, done.html",
    "{% block x %}, done.html",
    "{{ asset('nothing.css') }}, nothing.css"
  })
  void areRefusedAtTheStartWhereTheyCouldNeverBeShown(String text, String named)
      throws IOException {
    Files.writeString(folder.resolve("done.html"), text);

    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(this::ofFolder)
        .withMessageStartingWith("signet.page.folder is wrong: done.html: ")
        .withMessageContaining(named);
  }

  @Test
  void switchBetweenAllLanguages() {
    Map<String, Object> model = new HashMap<>(MODEL);
    model.put("languages", ReaderLanguage.links("token=t&lang=ko", Texts.preferred("ko")));

    assertThat(views.render("verify_email", model, Texts.preferred("ko")))
        .contains("<a href=\"?token=t&amp;lang=en\" lang=\"en\" hreflang=\"en\">English</a>")
        .contains(
            "<a href=\"?token=t&amp;lang=ko\" lang=\"ko\" hreflang=\"ko\" aria-current=\"true\">"
                + "한국어</a>");
  }

  private String render(String view) {
    return views.render(view, MODEL, ENGLISH);
  }

  private String refused(String view, String field, Map<String, String> typed) {
    Mistakes mistakes = Mistakes.of(FieldErrors.of(field, "field_too_short", 15), ENGLISH);
    Map<String, Object> model = new HashMap<>(MODEL);
    model.put("problems", mistakes.summary());
    model.put("mistakes", mistakes.byField());
    model.put("typed", typed);
    return views.render(view, model, ENGLISH);
  }

  private Views ofFolder() {
    return Views.from(TestSettings.with("signet.page.folder", folder.toString()));
  }

  private static List<String> shipped() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/main/resources/pages"))) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
