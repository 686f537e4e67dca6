package dev.signet.brand;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.signet.platform.CannotStart;
import dev.signet.platform.TestSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageSettingsTest {

  private static final String LOGO = "signet.page.logo";
  private static final String FOLDER = "signet.page.folder";

  @TempDir Path folder;

  @Test
  void callTheServiceWhatItsMailsDo() {
    assertThat(with("signet.mail.service-name", "Acme").name()).isEqualTo("Acme");
    assertThat(
            PageSettings.from(
                    TestSettings.with(
                        Map.of("signet.mail.service-name", "Acme", "signet.page.name", "Acme ID")))
                .name())
        .isEqualTo("Acme ID");
  }

  @ParameterizedTest
  @CsvSource({
    "http://localhost:8080/signet, /signet, false",
    "https://id.example.org, '', true",
    "https://example.org/a/b, /a/b, true"
  })
  void knowWhereTheyAreAndHowTheyAreReached(String issuer, String root, boolean overTls) {
    PageSettings settings = with("signet.issuer", issuer);

    assertThat(settings.root()).isEqualTo(root);
    assertThat(settings.overTls()).isEqualTo(overTls);
    assertThat(settings.address(settings.logo())).startsWith(root + "/assets/logo.");
  }

  @Test
  void makeCustomPropertiesForLightAndDark() {
    PageSettings settings =
        PageSettings.from(
            TestSettings.with(
                Map.of(
                    "signet.page.colour.accent", "#FFCC00",
                    "signet.page.colour.background", "#fafafa",
                    "signet.page.colour.accent.dark", "#204080",
                    "signet.page.colour.background.dark", "#000000")));

    assertThat(settings.style())
        .isEqualTo(
            """
            :root {
              --accent: #ffcc00;
              --on-accent: #000000;
              --accent-strong: #ffd324;
              --accent-text: #8f7200;
              --background: #fafafa;
            }
            @media (prefers-color-scheme: dark) {
            :root {
              --accent: #204080;
              --on-accent: #ffffff;
              --accent-strong: #1c376e;
              --accent-text: #7085ae;
              --background: #000000;
            }
            }
            """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "signet.page.colour.accent",
        "signet.page.colour.accent.dark",
        "signet.page.colour.background",
        "signet.page.colour.background.dark"
      })
  void takeNothingForAColourThatIsNone(String key) {
    assertRefused(key, "#fff} body {display: none", "a colour such as");
  }

  @Test
  void takeNoBackgroundThatNothingCanBeReadOn() {
    assertRefused("signet.page.colour.background", "#888888", "#535d6f can be read on");
    assertRefused("signet.page.colour.background.dark", "#888888", "#a6b0c0 can be read on");
  }

  @Test
  void knowTheColoursOfTheStyle() throws IOException {
    String style = new String(Assets.of(shipped()).named("style.css").content(), UTF_8);

    assertThat(style)
        .contains("--surface: " + Palette.LIGHT_SURFACE, "--surface: " + Palette.DARK_SURFACE)
        .contains("--muted: " + Palette.MUTED_ON_LIGHT, "--muted: " + Palette.MUTED_ON_DARK);
  }

  @Test
  void drawTheFirstLetterOfTheNameForALogo() {
    Asset logo = with("signet.page.name", "<b>").logo();

    assertThat(logo.name()).isEqualTo("logo.svg");
    assertThat(new String(logo.content(), UTF_8)).contains(">&#60;</text>");
    assertThat(new String(with("signet.page.name", "\uD83D\uDD11 Keys").logo().content(), UTF_8))
        .contains("&#128273;");
  }

  @Test
  void takeTheFileOfALogo() throws IOException {
    Path file = Files.writeString(folder.resolve("Acme.PNG"), "picture");

    Asset logo = with(LOGO, file.toString()).logo();

    assertThat(logo.name()).isEqualTo("logo.png");
    assertThat(logo.content()).asString(UTF_8).isEqualTo("picture");
  }

  @Test
  void takeNoLogoThatCannotBeServed() throws IOException {
    Path large = Files.write(folder.resolve("large.svg"), new byte[1024 * 1024 + 1]);

    assertRefused(LOGO, folder.resolve("nothing.svg").toString(), "nothing.svg cannot be read");
    assertRefused(LOGO, folder.resolve("logo.gif").toString(), "ends with .svg or .png");
    assertRefused(LOGO, large.toString(), "large.svg is larger than 1048576 bytes");
    assertRefused(LOGO, "\0.svg", "a file");
  }

  @Test
  void takeTheFilesOfAFolder() throws IOException {
    Files.writeString(folder.resolve("login.html"), "<p>로그인</p>");
    Files.writeString(folder.resolve("style.css"), "p {}");
    Files.writeString(folder.resolve(".login.html.swp"), "of an editor");

    PageSettings settings = with(FOLDER, folder.toString());

    assertThat(settings.folder().names()).containsExactly("login.html", "style.css");
    assertThat(settings.folder().views()).containsExactly(Map.entry("login.html", "<p>로그인</p>"));
    assertThat(Assets.of(settings).named("style.css").content()).asString(UTF_8).isEqualTo("p {}");
  }

  /** So Kubernetes mounts a ConfigMap. */
  @Test
  void followLinksToFiles() throws IOException {
    Path data = Files.createDirectory(folder.resolve("..data"));
    Files.writeString(data.resolve("login.html"), "<p>");
    Files.createSymbolicLink(folder.resolve("login.html"), Path.of("..data/login.html"));

    assertThat(with(FOLDER, folder.toString()).folder().views()).containsEntry("login.html", "<p>");
  }

  @Test
  void takeNoFolderWithWhatWouldNotBeServed() throws IOException {
    Path file = Files.writeString(folder.resolve("login.htm"), "<p>");
    assertRefused(FOLDER, folder.toString(), "login.htm is no view");
    Files.delete(file);
    Files.createDirectory(folder.resolve("parts.css"));
    assertRefused(FOLDER, folder.toString(), "parts.css is no view");
    assertRefused(FOLDER, folder.resolve("nowhere").toString(), "a folder that can be read");
  }

  @Test
  void takeNoViewThatIsNoText() throws IOException {
    Files.write(folder.resolve("login.html"), new byte[] {(byte) 0xff});
    PageFolder files = with(FOLDER, folder.toString()).folder();

    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(files::views)
        .withMessageContaining("login.html is no UTF-8 text");
  }

  private static PageSettings shipped() {
    return PageSettings.from(TestSettings.shipped());
  }

  private static PageSettings with(String key, String value) {
    return PageSettings.from(TestSettings.with(key, value));
  }

  private static void assertRefused(String key, String value, String sentence) {
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> with(key, value))
        .withMessageStartingWith(key + " is wrong: ")
        .withMessageContaining(sentence);
  }
}
