package dev.signet.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A comment of the settings file, without its number signs.
 *
 * @param words what it says to everybody, line by line
 * @param notes what it says to who knows Simple JWT
 */
record SettingsComment(List<String> words, List<SimpleJwtNote> notes) {

  private static final Pattern NOTE = Pattern.compile("Simple JWT: (\\w+)(?:: (.*))?");

  private static final String FURTHER = "  ";

  SettingsComment {
    words = List.copyOf(words);
    notes = List.copyOf(notes);
  }

  static SettingsComment of(List<String> lines) {
    List<String> words = new ArrayList<>();
    List<SimpleJwtNote> notes = new ArrayList<>();
    for (String line : lines) {
      String text = line.replaceFirst("^# ?", "");
      Matcher note = NOTE.matcher(text);
      if (note.matches()) {
        notes.add(new SimpleJwtNote(note.group(1), Optional.ofNullable(note.group(2)).orElse("")));
      } else if (text.startsWith(FURTHER) && !notes.isEmpty()) {
        int last = notes.size() - 1;
        notes.set(last, notes.get(last).followedBy(text.strip()));
      } else {
        words.add(text);
      }
    }
    return new SettingsComment(words, notes);
  }

  String sentence() {
    return String.join(" ", words);
  }
}
