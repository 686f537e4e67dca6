package dev.signet.database;

import dev.signet.platform.Environment;
import dev.signet.platform.TestEnvironments;
import java.util.Map;

/** Master secrets of installations that tests run. */
public final class TestSecrets {

  private static final DatabaseLocation ELSEWHERE =
      new DatabaseLocation("jdbc:postgresql://localhost/signet", "", "");

  private TestSecrets() {}

  /** The secret that a name stands for. */
  public static MasterSecret of(String name) {
    return replacing(name, "");
  }

  /** The secret that a name stands for, while it replaces another. */
  public static MasterSecret replacing(String name, String previous) {
    return MasterSecret.of(
        TestEnvironments.of(
            Map.of("SIGNET_SECRET", text(name), "SIGNET_SECRET_PREVIOUS", text(previous))),
        ELSEWHERE);
  }

  /** The secret of the wire tests. */
  public static MasterSecret ofProcess() {
    return MasterSecret.of(Environment.ofProcess(), ELSEWHERE);
  }

  /** The text of the secret that a name stands for; blank for none. */
  public static String text(String name) {
    return name.isEmpty() ? "" : name.repeat(32);
  }
}
