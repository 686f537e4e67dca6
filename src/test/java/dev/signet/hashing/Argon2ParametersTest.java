package dev.signet.hashing;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Argon2ParametersTest {

  @ParameterizedTest
  @CsvSource({"47104, 1, 1", "19456, 2, 1", "12288, 3, 1", "12288, 10, 16", "262144, 10, 16"})
  void acceptWhatOwaspAndAsvsBothAccept(int memoryKiB, int iterations, int parallelism) {
    assertThatNoException()
        .isThrownBy(() -> new Argon2Parameters(memoryKiB, iterations, parallelism));
  }

  @ParameterizedTest
  @CsvSource({"47103, 1, 1", "19455, 2, 1", "12287, 3, 1", "12287, 10, 1", "262144, 0, 1"})
  void refuseLessThanTheFloor(int memoryKiB, int iterations, int parallelism) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Argon2Parameters(memoryKiB, iterations, parallelism));
  }

  @ParameterizedTest
  @CsvSource({"262145, 1, 1", "19456, 11, 1", "19456, 2, 17", "19456, 2, 0", "19456, 2, -1"})
  void refuseWhatCouldNotBeVerified(int memoryKiB, int iterations, int parallelism) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Argon2Parameters(memoryKiB, iterations, parallelism));
  }
}
