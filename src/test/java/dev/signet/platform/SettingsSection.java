package dev.signet.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What stands below one heading of the settings file. */
record SettingsSection(String title, SettingsComment comment, List<SettingsKey> keys) {

  SettingsSection {
    keys = List.copyOf(keys);
  }

  static SettingsSection of(String title, List<String> lines) {
    List<SettingsKey> keys = new ArrayList<>();
    List<String> ownComment = new ArrayList<>();
    List<String> above = new ArrayList<>();
    for (String line : lines) {
      Optional<SettingsKey> key = SettingsKey.of(line, SettingsComment.of(above));
      if (key.isPresent()) {
        keys.add(key.get());
        above.clear();
      } else if (line.isBlank()) {
        ownComment.addAll(above);
        above.clear();
      } else {
        above.add(line);
      }
    }
    ownComment.addAll(above);
    return new SettingsSection(title, SettingsComment.of(ownComment), keys);
  }

  Stream<SimpleJwtNote> notes() {
    return Stream.concat(
        keys.stream().flatMap(key -> key.comment().notes().stream()), comment.notes().stream());
  }
}
