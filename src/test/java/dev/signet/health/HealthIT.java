package dev.signet.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.wire.Answer;
import dev.signet.wire.Signet;
import dev.signet.wire.WireTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What load balancers ask. */
@WireTest
class HealthIT {

  @ParameterizedTest
  @ValueSource(strings = {"/health/live", "/health/ready"})
  void isUp(String path) {
    Answer answer = Signet.get(path);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.body()).isEqualTo("{\"status\":\"UP\"}");
  }
}
