package dev.signet.platform;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Settings of installations that tests run. */
public final class TestSettings {

  private TestSettings() {}

  /** The settings of who sets nothing. */
  public static Settings shipped() {
    return with(Map.of());
  }

  /** The settings of who sets one key. */
  public static Settings with(String key, String value) {
    return with(Map.of(key, value));
  }

  /** The settings of who sets some keys. */
  public static Settings with(Map<String, String> set) {
    Map<String, String> values = new HashMap<>();
    Environment.shippedDefaults().forEach((key, value) -> values.put("" + key, "" + value));
    values.putAll(set);
    return new Settings(key -> Optional.ofNullable(values.get(key)), values.keySet());
  }
}
