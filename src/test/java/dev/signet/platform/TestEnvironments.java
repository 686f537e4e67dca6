package dev.signet.platform;

import java.util.Map;
import java.util.Properties;

/** Environments of installations that tests run. */
public final class TestEnvironments {

  /** A secret that is long enough. */
  public static final String SECRET = "the secret of the unit tests, of 32 bytes and more";

  private TestEnvironments() {}

  /** Where only these environment variables are set, and nothing has a default. */
  public static Environment of(Map<String, String> variables) {
    return new Environment(variables::get, key -> null, new Properties());
  }

  /** A database of this URL, under {@link #SECRET}. */
  public static Environment ofDatabase(String url) {
    return of(Map.of("SIGNET_DB_URL", url, "SIGNET_SECRET", SECRET));
  }
}
