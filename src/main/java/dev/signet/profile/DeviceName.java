package dev.signet.profile;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What people call the program and the system that a {@code User-Agent} names. Browsers call
 * themselves by the names of others too, so the order decides.
 */
final class DeviceName {

  private static final int LONGEST = 60;
  private static final Map<String, String> BROWSERS = new LinkedHashMap<>();
  private static final Map<String, String> SYSTEMS = new LinkedHashMap<>();

  static {
    BROWSERS.put("Edg", "Edge");
    BROWSERS.put("OPR/", "Opera");
    BROWSERS.put("SamsungBrowser/", "Samsung Internet");
    BROWSERS.put("Whale/", "Whale");
    BROWSERS.put("Firefox/", "Firefox");
    BROWSERS.put("FxiOS/", "Firefox");
    BROWSERS.put("Chrome/", "Chrome");
    BROWSERS.put("CriOS/", "Chrome");
    BROWSERS.put("Safari/", "Safari");
    SYSTEMS.put("iPhone", "iPhone");
    SYSTEMS.put("iPad", "iPad");
    SYSTEMS.put("Android", "Android");
    SYSTEMS.put("CrOS", "ChromeOS");
    SYSTEMS.put("Windows", "Windows");
    SYSTEMS.put("Mac OS X", "macOS");
    SYSTEMS.put("Linux", "Linux");
  }

  private DeviceName() {}

  /** Both where they are known; otherwise how the program calls itself. */
  static String of(String userAgent) {
    String known =
        Stream.of(BROWSERS, SYSTEMS)
            .flatMap(names -> named(userAgent, names))
            .collect(Collectors.joining(" · "));
    if (!known.isEmpty()) {
      return known;
    }
    String own = userAgent.replaceFirst("[/ ].*", "");
    return own.substring(0, Math.min(own.length(), LONGEST));
  }

  private static Stream<String> named(String userAgent, Map<String, String> names) {
    return names.entrySet().stream()
        .filter(name -> userAgent.contains(name.getKey()))
        .map(Map.Entry::getValue)
        .limit(1);
  }
}
