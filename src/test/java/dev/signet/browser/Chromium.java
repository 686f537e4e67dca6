package dev.signet.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The Chromium of this machine, as it is: nothing is downloaded, and it asks nobody outside. */
final class Chromium implements AutoCloseable {

  /**
   * In the environment, names another than the one that Debian, or Google, has put here. Not
   * SIGNET_…: the server inherits it, and refuses what is no setting.
   */
  static final String VARIABLE = "IT_CHROMIUM";

  private static final List<String> USUAL =
      List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

  private static final List<String> FLAGS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  static Optional<Path> installed() {
    Optional<String> named =
        Stream.of(System.getProperty("it.chromium"), System.getenv(VARIABLE))
            .filter(Objects::nonNull)
            .findFirst();
    return named.map(List::of).orElse(USUAL).stream()
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }

  static Chromium start() {
    PlaywrightAssertions.setDefaultAssertionTimeout(Visitor.PATIENCE);
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    Browser browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(installed().orElseThrow())
                    .setArgs(FLAGS)
                    .setTimeout(Visitor.PATIENCE));
    return new Chromium(playwright, browser);
  }

  /** With no cookie and nothing stored. */
  BrowserContext fresh(Browser.NewContextOptions options) {
    return browser.newContext(options);
  }

  @Override
  public void close() {
    playwright.close();
  }
}
