package dev.signet.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;

class InstantColumnTest {

  private final InstantColumn column = new InstantColumn();

  @Test
  void storesAnInstantInUtc() {
    assertThat(column.convertToDatabaseColumn(Instant.parse("2026-03-29T01:30:00.123Z")))
        .hasToString("2026-03-29T01:30:00.123Z");
  }

  @Test
  void readsBackWhateverOffsetTheDatabaseGives() {
    assertThat(
            column.convertToEntityAttribute(OffsetDateTime.parse("2026-03-29T03:30:00.123+02:00")))
        .isEqualTo("2026-03-29T01:30:00.123Z");
  }

  @Test
  void keepsNothingAsNothing() {
    assertThat(column.convertToDatabaseColumn(null)).isNull();
    assertThat(column.convertToEntityAttribute(null)).isNull();
  }
}
