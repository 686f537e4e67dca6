package dev.signet.platform;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;

/**
 * Reads the {@code signet.*} keys of MicroProfile Config. A value that cannot be meant stops the
 * start and names its key.
 */
public final class Settings {

  private static final String PREFIX = "signet.";

  private static final Duration LONGEST = Duration.ofDays(3650);

  /** What Kubernetes tells every container of a service that is called signet. */
  private static final Pattern OF_KUBERNETES = Pattern.compile("SIGNET_(SERVICE|PORT)(_.*)?");

  private final Function<String, Optional<String>> values;
  private final SortedSet<String> names;

  /** Settings from any source of values; {@code names} is every name that the sources hold. */
  public Settings(Function<String, Optional<String>> values, Set<String> names) {
    this.values = values;
    this.names = Collections.unmodifiableSortedSet(new TreeSet<>(names));
  }

  /** The settings of the deployment. */
  public static Settings of(Config config) {
    Set<String> names = new TreeSet<>(System.getenv().keySet());
    config.getPropertyNames().forEach(names::add);
    return new Settings(key -> config.getOptionalValue(key, String.class), names);
  }

  /** Text; a key without a value and without a default is a mistake. */
  public String text(String key) {
    return optional(key).orElseThrow(() -> new CannotStart(key + " has no value: set it."));
  }

  /** Text, where there is any. */
  public Optional<String> optional(String key) {
    return values.apply(key).map(String::strip).filter(text -> !text.isEmpty());
  }

  /** Values separated by single commas, at least one. */
  public List<String> list(String key) {
    List<String> list =
        Arrays.stream(text(key).split(",", -1)).map(String::strip).distinct().toList();
    if (list.contains("")) {
      throw wrong(key, "values with single commas between them");
    }
    return list;
  }

  /** True or false, and nothing like it. */
  public boolean flag(String key) {
    return switch (text(key).toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw wrong(key, "true or false");
    };
  }

  /** One of some words. */
  public String choice(String key, Set<String> words) {
    String word = text(key);
    if (!words.contains(word)) {
      throw wrong(key, "one of " + new TreeSet<>(words));
    }
    return word;
  }

  /** A whole number of at least {@code minimum}. */
  public int number(String key, int minimum) {
    try {
      int number = Integer.parseInt(text(key));
      if (number >= minimum) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      throw wrong(key, "a whole number");
    }
    throw wrong(key, "a whole number of at least " + minimum);
  }

  /** An ISO 8601 duration of at least {@code minimum}, such as PT5M, and of ten years at most. */
  public Duration duration(String key, Duration minimum) {
    try {
      Duration duration = Duration.parse(text(key));
      if (duration.compareTo(LONGEST) > 0) {
        throw wrong(key, "a duration of at most " + LONGEST);
      }
      if (duration.compareTo(minimum) >= 0) {
        return duration;
      }
    } catch (DateTimeParseException notADuration) {
      throw wrong(key, "an ISO 8601 duration such as PT5M or P1D");
    }
    throw wrong(key, "a duration of at least " + minimum);
  }

  /**
   * The keys below a prefix and their values. In the environment the rest of a name is in upper
   * case, so {@code SIGNET_TOKEN_CLAIMS_IS_ADMIN} is {@code is_admin} below {@code
   * signet.token.claims}. SmallRye, which is WildFly's, shows it as {@code is.admin} too: that is
   * no further key.
   */
  public Map<String, String> group(String prefix) {
    Map<String, String> group = new TreeMap<>();
    String variable = Environment.variableName(prefix + ".");
    for (String name : names) {
      if (name.startsWith(variable)) {
        String rest = name.substring(variable.length()).toLowerCase(Locale.ROOT);
        values.apply(name).ifPresent(value -> group.put(named(rest, name), value.strip()));
      }
    }
    for (String name : names) {
      if (name.startsWith(prefix + ".")) {
        String written = name.substring(prefix.length() + 1);
        String rest = isEcho(name) ? written.replace('.', '_') : written;
        values.apply(name).ifPresent(value -> group.put(named(rest, name), value.strip()));
      }
    }
    return group;
  }

  /** Nobody has written a key so who has written the variable. */
  private boolean isEcho(String name) {
    String variable = Environment.variableName(name);
    return names.contains(variable)
        && name.equals(variable.toLowerCase(Locale.ROOT).replace('_', '.'));
  }

  private static String named(String rest, String key) {
    if (rest.isBlank()) {
      throw new CannotStart(key + " names nothing: mend its name or remove it.");
    }
    return rest;
  }

  /**
   * Refuses a key that no version knows: a slip of the pen must not pass for a setting.
   *
   * @param known the keys that exist
   * @param groups the prefixes below which any key may stand
   */
  public void refuseUnknown(Set<String> known, Set<String> groups) {
    Set<String> allowed = new TreeSet<>(known);
    known.forEach(key -> allowed.add(Environment.variableName(key)));
    for (String name : names) {
      boolean ours =
          name.startsWith(PREFIX)
              || (name.startsWith(Environment.variableName(PREFIX))
                  && !OF_KUBERNETES.matcher(name).matches());
      if (ours && !allowed.contains(name) && groups.stream().noneMatch(g -> isBelow(name, g))) {
        throw new CannotStart(name + " is no setting of Signet: mend its name or remove it.");
      }
    }
  }

  /** The keys that this version knows. */
  public static Set<String> known() {
    Set<String> known = new TreeSet<>(Environment.shippedDefaults().stringPropertyNames());
    known.removeIf(key -> !key.startsWith(PREFIX));
    return known;
  }

  /**
   * A wrong value, named by its key; the value itself stays out of the log, since it may be a
   * secret.
   */
  public static CannotStart wrong(String key, String expected) {
    return new CannotStart(key + " is wrong: expected " + expected + ".");
  }

  private static boolean isBelow(String name, String group) {
    return name.startsWith(group + ".") || name.startsWith(Environment.variableName(group + "."));
  }
}
