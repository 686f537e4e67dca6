package dev.signet.client;

import dev.signet.platform.Settings;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The clients that the settings name: {@code signet.clients.<id>.<field>}. */
public final class ConfiguredClients {

  /** The prefix below which they are. */
  public static final String GROUP = "signet.clients";

  private ConfiguredClients() {}

  /**
   * Reads them; a wrong one stops the start. Keys come before the names of the environment and are
   * what counts: MicroProfile Config has chosen their values of all sources.
   */
  public static Map<String, RegisteredClient> from(Settings settings) {
    Map<String, Map<ClientField, String>> fields = new LinkedHashMap<>();
    settings
        .group(GROUP)
        .forEach(
            (rest, value) -> {
              ClientField field = field(rest);
              fields
                  .computeIfAbsent(id(rest, field), id -> new HashMap<>())
                  .putIfAbsent(field, value);
            });
    Map<String, RegisteredClient> clients = new LinkedHashMap<>();
    ClientDefaults defaults = ClientDefaults.from(settings);
    fields.forEach(
        (id, values) -> clients.put(id, new ClientDeclaration(id, values, defaults).client()));
    return clients;
  }

  /** The longest: what ends with a field may have one in its name. */
  private static ClientField field(String rest) {
    return Arrays.stream(ClientField.values())
        .filter(field -> separator(rest, field) > 0)
        .max(Comparator.comparing(field -> field.text().length()))
        .orElseThrow(
            () -> Settings.wrong(GROUP + "." + rest, "<client>.<field>, of " + fieldNames()));
  }

  private static String fieldNames() {
    return Arrays.stream(ClientField.values()).map(ClientField::text).sorted().toList().toString();
  }

  private static String id(String rest, ClientField field) {
    return rest.substring(0, separator(rest, field));
  }

  /** Where the id ends: in the environment a name has nothing but underscores. */
  private static int separator(String rest, ClientField field) {
    if (rest.endsWith("." + field.text())) {
      return rest.length() - field.text().length() - 1;
    }
    String variable = "_" + field.text().replace('-', '_');
    return !rest.contains(".") && rest.toLowerCase(Locale.ROOT).endsWith(variable)
        ? rest.length() - variable.length()
        : -1;
  }
}
