package dev.signet.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A page in light and dark, on a phone and on a desk: screenshots in {@code target/screenshots},
 * what axe-core finds that hinders people, and whether anything has to be scrolled sideways for.
 * Nothing moves meanwhile.
 */
final class Examination {

  private static final Map<String, List<Integer>> SIZES =
      Map.of("phone", List.of(390, 844), "desktop", List.of(1280, 800));

  private static final String AXE = axe();

  private static final String FINDINGS =
      "async () => (await axe.run()).violations.flatMap(({ id, help, nodes }) =>"
          + " nodes.map(({ target, failureSummary }) =>"
          + " `${id}: ${help}: ${target}: ${failureSummary}`))";

  private Examination() {}

  static void of(Page page, String name) {
    List<String> findings = new ArrayList<>();
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      page.emulateMedia(
          new Page.EmulateMediaOptions()
              .setColorScheme(scheme)
              .setReducedMotion(ReducedMotion.REDUCE));
      SIZES.forEach(
          (size, pixels) -> {
            page.setViewportSize(pixels.get(0), pixels.get(1));
            String look = size + "-" + scheme.name().toLowerCase(Locale.ROOT);
            shoot(page, name + "-" + look);
            hindrances(page).forEach(finding -> findings.add(look + ": " + finding));
          });
    }
    assertThat(findings).as("What hinders people at the page " + name).isEmpty();
  }

  private static void shoot(Page page, String name) {
    Path folder =
        Path.of(
            System.getProperty("it.target"),
            "screenshots",
            System.getProperty("arquillian.launch"));
    page.screenshot(
        new Page.ScreenshotOptions().setPath(folder.resolve(name + ".png")).setFullPage(true));
  }

  private static List<String> hindrances(Page page) {
    List<String> all = new ArrayList<>();
    page.evaluate(AXE);
    for (Object finding : (List<?>) page.evaluate(FINDINGS)) {
      all.add(String.valueOf(finding));
    }
    if (page.evaluate("document.documentElement.scrollWidth > innerWidth").equals(true)) {
      all.add("wider than the window");
    }
    return all;
  }

  private static String axe() {
    try (InputStream file = Examination.class.getResourceAsStream("/axe.min.js")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
