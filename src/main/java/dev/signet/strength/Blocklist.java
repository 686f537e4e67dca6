package dev.signet.strength;

import dev.signet.platform.CannotStart;
import dev.signet.platform.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The passwords that an operator bars beyond the {@link CommonWords}: a file with one a line, in
 * which letter case makes no difference. Each stands for itself, also with other signs, or with
 * digits around it.
 */
final class Blocklist {

  private static final String KEY = "signet.password.blocklist";

  /** In bytes; NIST SP 800-63B-4 §3.1.1.2: a very large list gives little more. */
  private static final long LARGEST = 16L * 1024 * 1024;

  private static final Pattern DIGITS_AROUND = Pattern.compile("^\\p{N}+|\\p{N}+$");

  private final Set<String> barred;

  private Blocklist(Set<String> barred) {
    this.barred = barred;
  }

  static Blocklist of(Stream<String> passwords) {
    return new Blocklist(
        passwords
            .map(Folding::fold)
            .flatMap(folded -> Stream.of(folded, Folding.letters(folded)))
            .filter(entry -> !entry.isEmpty())
            .collect(Collectors.toUnmodifiableSet()));
  }

  static Blocklist from(Settings settings) {
    return settings.optional(KEY).map(Blocklist::read).orElseGet(() -> of(Stream.empty()));
  }

  private static Blocklist read(String name) {
    try {
      Path file = Path.of(name);
      if (Files.size(file) > LARGEST) {
        throw Settings.wrong(KEY, "a file of at most " + LARGEST + " bytes");
      }
      try (Stream<String> lines = Files.lines(file)) {
        return of(lines.map(String::strip));
      }
    } catch (IOException | UncheckedIOException | InvalidPathException unreadable) {
      throw new CannotStart(
          KEY + " is wrong: expected a file of UTF-8 text that can be read.", unreadable);
    }
  }

  boolean holds(String password) {
    String folded = Folding.fold(password);
    String letters = Folding.letters(folded);
    return Stream.of(folded, letters, DIGITS_AROUND.matcher(letters).replaceAll(""))
        .anyMatch(barred::contains);
  }
}
