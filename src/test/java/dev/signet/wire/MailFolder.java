package dev.signet.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The mails of the suite's server: there is no mail server, so each is a file. */
public final class MailFolder {

  private static final Path FOLDER = Path.of(System.getProperty("it.mail.folder"));

  /** A file appears whole and stays as it is. */
  private static final Map<Path, String> TEXTS = new ConcurrentHashMap<>();

  private MailFolder() {}

  /** Waits until there are so many mails to an address, and gives them, the oldest first. */
  public static List<Letter> await(String address, int count) {
    return Eventually.get(() -> mailsTo(address), mails -> mails.size() >= count);
  }

  /** The token of the only link that was mailed to an address so far. */
  public static String awaitToken(String address) {
    return await(address, 1).get(0).token();
  }

  /** The mails to an address so far, the oldest first. */
  public static List<Letter> mailsTo(String address) {
    if (!Files.exists(FOLDER)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(".eml"))
          .filter(file -> TEXTS.computeIfAbsent(file, MailFolder::text).contains(address))
          .sorted(Comparator.comparing(MailFolder::lastModified))
          .map(Letter::in)
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static FileTime lastModified(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
