package dev.signet.strength;

import dev.signet.platform.CannotStart;
import dev.signet.platform.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Passwords that are barred, the {@link CommonPasswords} and what an operator adds: a file with one
 * a line, in which letter case makes no difference. Each stands for itself, also with other signs,
 * with digits around it, with digits for letters, or again and again.
 */
final class Blocklist {

  private static final String KEY = "signet.password.blocklist";

  /** In bytes; NIST SP 800-63B-4 §3.1.1.2: a very large list gives little more. */
  private static final long LARGEST = 4L * 1024 * 1024;

  /** Eight digits can be a day. Of more, the digits are the password. */
  private static final Pattern DIGITS_AROUND =
      Pattern.compile("^\\p{N}{1,8}(?!\\p{N})|(?<!\\p{N})\\p{N}{1,8}$");

  /** Shorter ones stand in too much else: they are what common words are made of. */
  private static final int SHORTEST = 4;

  private static final Set<String> COMMON = entries(CommonPasswords.all());

  private final Set<String> added;

  private Blocklist(Set<String> added) {
    this.added = added;
  }

  static Blocklist from(Settings settings) {
    Stream<String> added = settings.optional(KEY).map(Blocklist::read).orElseGet(Stream::empty);
    return new Blocklist(entries(added));
  }

  private static Set<String> entries(Stream<String> passwords) {
    return passwords
        .map(Folding::fold)
        .flatMap(folded -> Stream.of(folded, Folding.letters(folded)))
        .filter(entry -> entry.length() >= SHORTEST)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Stream<String> read(String name) {
    try {
      Path file = Path.of(name);
      if (Files.size(file) > LARGEST) {
        throw Settings.wrong(KEY, "a file of at most " + LARGEST + " bytes");
      }
      return Files.readAllLines(file).stream();
    } catch (IOException | InvalidPathException unreadable) {
      throw new CannotStart(
          KEY + " is wrong: expected a file of UTF-8 text that can be read.", unreadable);
    }
  }

  boolean holds(String password) {
    String folded = Folding.fold(password);
    return Stream.concat(Stream.of(folded), Folding.withoutLeet(folded).stream())
        .flatMap(Blocklist::plain)
        .anyMatch(text -> COMMON.contains(text) || added.contains(text));
  }

  private static Stream<String> plain(String folded) {
    String letters = Folding.letters(folded);
    return Stream.of(letters, DIGITS_AROUND.matcher(letters).replaceAll(""))
        .flatMap(text -> Stream.of(folded, text, Folding.once(text)));
  }
}
