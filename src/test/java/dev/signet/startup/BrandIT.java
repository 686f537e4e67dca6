package dev.signet.startup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.wire.Answer;
import dev.signet.wire.ServerProcess;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A server whose pages an operator has made his own, behind TLS at the root of its address. */
@Tag("startup")
class BrandIT {

  private static final String LOGO =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"></svg>";

  private static ServerProcess server;

  @BeforeAll
  static void start() throws IOException {
    Path folder = ServerProcess.folder("disturbed-brand");
    Path logo = Files.writeString(folder.resolve("acme.svg"), LOGO);
    Path pages = Files.createDirectory(folder.resolve("pages"));
    Files.writeString(
        pages.resolve("missing.html"),
        """
        {% extends "layout.html" %}
        {% block title %}Lost at {{ service }}{% endblock %}
        {% block content %}<img src="{{ asset("map.png") }}" alt="">{% endblock %}
        """);
    Files.writeString(pages.resolve("problem.html"), "{{ nobody_knows_this }}");
    Files.writeString(pages.resolve("done.html"), "{{ nobody_knows_this }}");
    Files.writeString(pages.resolve("layout.html"), layout());
    Files.writeString(pages.resolve("style.css"), "body { color: var(--ink) }");
    Files.writeString(pages.resolve("map.png"), "a map");
    server =
        ServerProcess.start(
            folder,
            ServerProcess.war(),
            Map.of(
                "SIGNET_ISSUER", "https://id.example.org",
                "SIGNET_PAGE_NAME", "Acme & Co",
                "SIGNET_PAGE_LOGO", logo.toString(),
                "SIGNET_PAGE_COLOUR_ACCENT", "#ffcc00",
                "SIGNET_PAGE_FOLDER", pages.toString()));
    server.awaitReady();
  }

  private static String layout() throws IOException {
    return Files.readString(Path.of("src/main/resources/pages/layout.html"))
        .replace("<footer>", "<footer><p>Imprint</p>");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void callsTheServiceAsTheOperatorDoes() {
    assertThat(get("/forgot-password").body()).contains("Acme &amp; Co</a>", "· Acme &amp; Co<");
  }

  @Test
  void showsItsLogo() {
    Answer logo = get(asset("/forgot-password", "logo", "svg"));

    assertThat(logo.body()).isEqualTo(LOGO);
    assertThat(logo.header("Content-Type")).startsWith("image/svg+xml");
  }

  @Test
  void hasItsColoursAndItsStyle() {
    assertThat(get(asset("/forgot-password", "brand", "css")).body())
        .contains("--accent: #ffcc00;", "--on-accent: #000000;");
    assertThat(get(asset("/forgot-password", "style", "css")).body())
        .isEqualTo("body { color: var(--ink) }");
  }

  @Test
  void showsItsViewsAndWhatTheyLoad() {
    Answer lost = get("/nothing");

    assertThat(lost.status()).isEqualTo(404);
    assertThat(lost.body()).contains("Lost at Acme &amp; Co", "<p>Imprint</p>");
    assertThat(get(asset("/nothing", "map", "png")).body()).isEqualTo("a map");
    assertThat(get("/forgot-password").body()).contains("<p>Imprint</p>", "action=\"/forgot");
  }

  /** A view that breaks when it is shown, and then the view of that. */
  @Test
  void saysAtLeastThatItsViewsAreBroken() {
    Answer broken =
        server.send(
            server
                .request("/forgot-password")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("email=kim@example.org")));

    assertThat(broken.status()).isEqualTo(500);
    assertThat(broken.text("code")).isEqualTo("error");
  }

  @Test
  void isNeverReachedWithoutTlsAgain() {
    for (String path : new String[] {"/forgot-password", "/nothing", "/api/me", "/error-page"}) {
      assertThat(get(path).header("Strict-Transport-Security"))
          .as(path)
          .isEqualTo("max-age=31536000");
    }
    assertThat(get("/forgot-password?lang=ko").header("Set-Cookie"))
        .isEqualTo("signet-language=ko; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax; Secure");
  }

  private static Answer get(String path) {
    return server.send(server.request(path));
  }

  private static String asset(String page, String name, String type) {
    Matcher address =
        Pattern.compile("\"(/assets/%s\\.[0-9a-f]{16}\\.%s)\"".formatted(name, type))
            .matcher(get(page).body());
    assertThat(address.find()).isTrue();
    return address.group(1);
  }
}
