package dev.signet.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MistakesTest {

  @Test
  void areTheDetailOfAProblem() {
    assertThat(Mistakes.ofJson("{\"detail\":\"No.\",\"code\":\"no\"}").summary())
        .containsExactly(Map.of("field", "", "text", "No."));
  }

  @Test
  void areWhatIsWrongWithFields() {
    Mistakes mistakes =
        Mistakes.ofJson("{\"b\":[\"1\",\"2\"],\"a\":[\"3\"],\"non_field_errors\":[\"4\"]}");

    assertThat(mistakes.byField()).containsEntry("b", List.of("1", "2"));
    assertThat(mistakes.summary())
        .containsExactly(
            Map.of("field", "b", "text", "1"),
            Map.of("field", "b", "text", "2"),
            Map.of("field", "a", "text", "3"),
            Map.of("field", "", "text", "4"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html>", "[]", "{\"a\":1}", "{\"detail\":1}"})
  void areNoneWhereNothingCanBeRead(String body) {
    assertThat(Mistakes.ofJson(body).summary()).isEmpty();
  }
}
