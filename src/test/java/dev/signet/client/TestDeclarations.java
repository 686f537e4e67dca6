package dev.signet.client;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.signet.platform.CannotStart;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What settings say of a client that is called shop. */
final class TestDeclarations {

  static final ClientDefaults DEFAULTS =
      new ClientDefaults(
          List.of("signet", "reports"), Duration.ofMinutes(5), Duration.ofMinutes(60));

  private TestDeclarations() {}

  static ClientDeclaration of(String id) {
    return new ClientDeclaration(
        id, Map.of(ClientField.REDIRECT_URIS, TestClients.CALLBACK), DEFAULTS);
  }

  static void refuse(String field, String value) {
    refuse(field, new String[] {field, value});
  }

  static void refuse(String named, String... fields) {
    assertThatExceptionOfType(CannotStart.class)
        .as(String.join(" ", fields))
        .isThrownBy(() -> declared(fields))
        .withMessageStartingWith("signet.clients.shop.%s is wrong: expected ", named);
  }

  static RegisteredClient declared(String... pairs) {
    Map<String, String> fields = new HashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      fields.put(pairs[i], pairs[i + 1]);
    }
    return declared(fields);
  }

  static RegisteredClient declared(Map<String, String> fields) {
    Map<ClientField, String> all = new HashMap<>();
    all.put(ClientField.REDIRECT_URIS, TestClients.CALLBACK);
    fields.forEach((field, value) -> all.put(field(field), value));
    return new ClientDeclaration("shop", all, DEFAULTS).client();
  }

  private static ClientField field(String text) {
    return List.of(ClientField.values()).stream()
        .filter(field -> field.text().equals(text))
        .findFirst()
        .orElseThrow();
  }
}
