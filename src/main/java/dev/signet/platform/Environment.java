package dev.signet.platform;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What must be known before MicroProfile Config is: the database and the secret. Reads {@code
 * signet.db.url} from the system properties, then {@code SIGNET_DB_URL} from the environment, as
 * MicroProfile Config orders them, then the default that the WAR ships.
 */
public record Environment(
    Function<String, @Nullable String> variables,
    Function<String, @Nullable String> systemProperties,
    Properties defaults) {

  private static final String DEFAULTS = "META-INF/microprofile-config.properties";

  /** The environment of this process. */
  public static Environment ofProcess() {
    return new Environment(System::getenv, System::getProperty, shippedDefaults());
  }

  /** The value of a key in dotted form; empty when it is nowhere set or blank. */
  public Optional<String> value(String key) {
    return Optional.ofNullable(systemProperties.apply(key))
        .or(() -> Optional.ofNullable(variables.apply(variableName(key))))
        .or(() -> Optional.ofNullable(defaults.getProperty(key)))
        .filter(value -> !value.isBlank());
  }

  /**
   * The name a key has in the environment (MicroProfile Config, "Environment Variables Mapping
   * Rules").
   */
  static String variableName(String key) {
    return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
  }

  /** The settings this version knows, with their defaults: the reference of every key. */
  static Properties shippedDefaults() {
    Properties defaults = new Properties();
    try (InputStream file = Environment.class.getClassLoader().getResourceAsStream(DEFAULTS)) {
      if (file == null) {
        throw new CannotStart(
            "The WAR is incomplete: " + DEFAULTS + " is missing. Build it again.");
      }
      defaults.load(file);
    } catch (IOException unreadable) {
      throw new CannotStart("The WAR is damaged: " + DEFAULTS + " cannot be read.", unreadable);
    }
    return defaults;
  }
}
