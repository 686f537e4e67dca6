package dev.signet.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signet.platform.Texts;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ViewsTest {

  private static final String SCRIPT = "\"><script>alert(1)</script>";

  private final Views views = new Views("Signet & Co", "/signet");

  @Test
  void escapeWhatTheyShow() {
    String page =
        views.render(
            "verify_email",
            Map.of("token", SCRIPT, "username", SCRIPT, "problems", List.of(SCRIPT)),
            english());

    assertThat(page).doesNotContain("<script").contains("Signet &amp; Co");
  }

  @Test
  void areInTheLanguageOfTheReader() {
    String page =
        render("reset_password", Map.of("token", "t", "minimum", 15), Texts.preferred("ko"));

    assertThat(page).contains("<html lang=\"ko\">").contains("15자 이상").doesNotContain("password</");
  }

  @Test
  void fillTheBlanksOfASentence() {
    assertThat(render("reset_password", Map.of("token", "t", "minimum", 15), english()))
        .contains("At least 15 characters.");
  }

  @Test
  void haveTheStyleThatTheyAllow() throws Exception {
    Matcher style =
        Pattern.compile("(?s)<style>(.*)</style>")
            .matcher(render("verify_email", Map.of("token", "t", "username", "kim"), english()));

    assertThat(style.find()).isTrue();
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(style.group(1).getBytes(UTF_8));
    assertThat(views.contentSecurityPolicy())
        .contains("style-src 'sha256-" + Base64.getEncoder().encodeToString(hash) + "'");
  }

  @Test
  void missNoVariable() {
    assertThatThrownBy(() -> render("verify_email", Map.of("username", "kim"), english()))
        .hasMessageContaining("token");
  }

  @Test
  void runNoScriptAndLoadNothing() {
    for (String view : List.of("verify_email", "reset_password")) {
      assertThat(render(view, Map.of("token", "t", "username", "kim", "minimum", 15), english()))
          .doesNotContain("<script")
          .doesNotContain("src=")
          .doesNotContain("href=")
          .doesNotContain("style=");
    }
  }

  private String render(String view, Map<String, ?> model, Texts texts) {
    Map<String, Object> all = new HashMap<>(model);
    all.put("problems", List.of());
    return views.render(view, all, texts);
  }

  private static Texts english() {
    return Texts.inEnglish();
  }
}
