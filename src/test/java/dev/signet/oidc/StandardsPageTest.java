package dev.signet.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page that says which test holds which item of which standard. */
class StandardsPageTest {

  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| ([RTOL]-\\d+|10\\.\\d\\.\\d+) \\|.*$");
  private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w+(?:Test|IT))(?:\\.(\\w+))?`");

  private final String page = read(Path.of("docs/standards.md"));
  private final Map<String, Path> tests = tests();

  @Test
  void namesTestsThatAreThere() {
    assertThat(NAMED.matcher(page).results()).allSatisfy(this::assertIsThere);
  }

  @Test
  void hasARowForEachItem() {
    List<String> items = ROW.matcher(page).results().map(row -> row.group(1)).toList();

    assertThat(items).doesNotHaveDuplicates();
    assertThat(items)
        .containsAll(
            Stream.of(
                    items("R-", 28),
                    items("T-", 19),
                    items("O-", 10),
                    items("L-", 7),
                    items("10.1.", 2),
                    items("10.2.", 3),
                    items("10.3.", 5),
                    items("10.4.", 16),
                    items("10.5.", 5),
                    items("10.6.", 2),
                    items("10.7.", 3))
                .flatMap(List::stream)
                .toList());
  }

  private void assertIsThere(MatchResult named) {
    assertThat(tests).containsKey(named.group(1));
    String method = named.group(2);
    if (method != null) {
      assertThat(read(Objects.requireNonNull(tests.get(named.group(1)))))
          .as(named.group())
          .containsPattern("void " + method + "\\(");
    }
  }

  private static List<String> items(String chapter, int last) {
    return IntStream.rangeClosed(1, last).mapToObj(number -> chapter + number).toList();
  }

  private static Map<String, Path> tests() {
    try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .collect(
              Collectors.toMap(
                  file -> file.getFileName().toString().replace(".java", ""),
                  file -> file,
                  (one, other) -> one));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
