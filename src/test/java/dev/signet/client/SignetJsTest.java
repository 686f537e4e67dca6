package dev.signet.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.impl.driver.Driver;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The tests of {@code signet.js} in {@code src/test/js}, with the Node that Playwright's driver
 * contains: none need be on the machine. With one it is {@code node --test src/test/js/}.
 */
class SignetJsTest {

  @Test
  void theClientDoesWhatItsOwnTestsSay() throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(node(), "--test", "--test-reporter=spec"));
    command.addAll(tests());

    Process tests = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(tests.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(tests.waitFor()).as(output).isZero();
    assertThat(output).containsPattern("tests [1-9]\\d").contains("fail 0");
  }

  private static String node() {
    Map<String, String> environment = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    return Driver.ensureDriverInstalled(environment, false).createProcessBuilder().command().get(0);
  }

  private static List<String> tests() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/test/js"))) {
      return files.map(Path::toString).filter(file -> file.endsWith(".test.mjs")).sorted().toList();
    }
  }
}
