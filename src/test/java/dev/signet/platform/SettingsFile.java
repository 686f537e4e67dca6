package dev.signet.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The file of all settings as people read it, comments and all. */
record SettingsFile(List<SettingsSection> sections) {

  private static final Path SHIPPED =
      Path.of("src/main/resources/META-INF/microprofile-config.properties");

  private static final Pattern HEADING = Pattern.compile("# --- (.+?) -+");

  SettingsFile {
    sections = List.copyOf(sections);
  }

  static SettingsFile shipped() {
    try {
      return of(Files.readAllLines(SHIPPED));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** What stands above the first heading is about the file, and no part of it. */
  static SettingsFile of(List<String> lines) {
    List<SettingsSection> sections = new ArrayList<>();
    int end = lines.size();
    for (int at = lines.size() - 1; at >= 0; at--) {
      Matcher heading = HEADING.matcher(lines.get(at));
      if (heading.matches()) {
        sections.add(0, SettingsSection.of(heading.group(1), lines.subList(at + 1, end)));
        end = at;
      }
    }
    return new SettingsFile(sections);
  }

  Stream<SettingsKey> keys() {
    return sections.stream().flatMap(section -> section.keys().stream());
  }
}
