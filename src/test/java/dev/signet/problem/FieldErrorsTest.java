package dev.signet.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.signet.platform.Texts;
import org.junit.jupiter.api.Test;

class FieldErrorsTest {

  private static final Texts ENGLISH = Texts.inEnglish();

  @Test
  void listEachFieldInTheOrderItWasRefused() {
    FieldErrors errors =
        FieldErrors.of("b", "field_required")
            .add("a", "field_too_short", 15)
            .add("b", "field_null");
    assertThat(errors.json(ENGLISH))
        .hasToString(
            "{\"b\":[\"This field is required.\",\"This field may not be null.\"],"
                + "\"a\":[\"Ensure this field has at least 15 characters.\"]}");
  }

  @Test
  void refuseOnlyWhenThereIsAnythingToSay() {
    assertThatNoException().isThrownBy(() -> new FieldErrors().refuseIfAny());
    assertThatExceptionOfType(FieldErrors.class)
        .isThrownBy(() -> FieldErrors.of("a", "field_null").refuseIfAny());
  }

  @Test
  void knowWhichFieldsTheyConcern() {
    FieldErrors errors = FieldErrors.of("a", "field_null");
    assertThat(errors.concerns("a")).isTrue();
    assertThat(errors.concerns("b")).isFalse();
  }
}
