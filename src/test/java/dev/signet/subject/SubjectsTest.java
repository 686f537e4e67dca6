package dev.signet.subject;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectsTest {

  private static final UUID JANE = UUID.fromString("5f0c0b4e-7d2a-4b83-9a0e-3f3c6b1c9d10");
  private static final UUID JOHN = UUID.fromString("00000000-0000-0000-0000-000000000000");
  private static final Subjects SUBJECTS = TestSubjects.of(1);

  @Test
  void areIdsWhereThereIsNoSector() {
    assertThat(SUBJECTS.of(JANE, Optional.empty())).isEqualTo(JANE.toString());
  }

  /** O-1. */
  @Test
  void areTheSameForEver() {
    assertThat(SUBJECTS.of(JANE, Optional.of("shop.example"))).isEqualTo("HWDSXuvlPTE0u9COWobiAg");
  }

  @Test
  void areOthersInEachSectorOfEachAccountAndUnderEachKey() {
    String one = SUBJECTS.of(JANE, Optional.of("shop.example"));

    assertThat(one).hasSize(22);
    assertThat(SUBJECTS.of(JANE, Optional.of("bank.example"))).isNotEqualTo(one);
    assertThat(SUBJECTS.of(JOHN, Optional.of("shop.example"))).isNotEqualTo(one);
    assertThat(TestSubjects.of(2).of(JANE, Optional.of("shop.example"))).isNotEqualTo(one);
  }

  @Test
  void areTurnedBackInTheirSectorOnly() {
    for (UUID account : new UUID[] {JANE, JOHN}) {
      String subject = SUBJECTS.of(account, Optional.of("shop.example"));

      assertThat(SUBJECTS.account(subject, "shop.example")).contains(account);
      assertThat(SUBJECTS.account(subject, "bank.example")).isNotEqualTo(Optional.of(account));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "****", "AAAA", "5f0c0b4e-7d2a-4b83-9a0e-3f3c6b1c9d10"})
  void areNothingElse(String text) {
    assertThat(SUBJECTS.account(text, "shop.example")).isEmpty();
  }
}
