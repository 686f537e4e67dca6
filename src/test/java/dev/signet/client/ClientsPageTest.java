package dev.signet.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.platform.TestSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What docs/clients.md says to operators. */
class ClientsPageTest {

  private static final Pattern SETTING =
      Pattern.compile("(?m)^    (signet\\.clients\\.\\S+?)=(.*)$");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z-]+)` \\| .* \\| .* \\|$");

  private final String page = Files.readString(Path.of("docs/clients.md"));

  ClientsPageTest() throws IOException {}

  @Test
  void hasExamplesThatStart() {
    Map<String, String> settings = new HashMap<>();
    SETTING
        .matcher(page)
        .results()
        .forEach(
            setting ->
                settings.put(
                    setting.group(1),
                    setting.group(2).replaceFirst("sha256:.*", "sha256:" + "0a".repeat(32))));

    Map<String, RegisteredClient> clients = ConfiguredClients.from(TestSettings.with(settings));

    assertThat(clients).containsOnlyKeys("shop", "board", "cli", "nightly");
    assertThat(Objects.requireNonNull(clients.get("shop")).isPublic()).isFalse();
    assertThat(Objects.requireNonNull(clients.get("board")).isPublic()).isTrue();
    assertThat(
            Objects.requireNonNull(clients.get("cli"))
                .addresses()
                .mayRedirectTo("http://127.0.0.1:51004/callback"))
        .isTrue();
    assertThat(Objects.requireNonNull(clients.get("nightly")).mayUse("client_credentials"))
        .isTrue();
  }

  @Test
  void hasARowForEachField() {
    String fields = page.substring(page.indexOf("## The fields"), page.indexOf("## What people"));
    List<String> rows =
        ROW.matcher(fields).results().map((MatchResult row) -> row.group(1)).toList();

    assertThat(rows)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(ClientField.values()).map(ClientField::text).toList());
  }
}
