package dev.signet.subject;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClientSessionIdsTest {

  private final ClientSessionIds ids = new ClientSessionIds(new byte[] {1});

  @Test
  void areTheSameOfOneSessionAndOneClient() {
    assertThat(ids.of("session", "shop")).isEqualTo(ids.of("session", "shop"));
  }

  @Test
  void areOthersOfAnyOtherPair() {
    assertThat(ids.of("session", "shop"))
        .isNotEqualTo(ids.of("session", "desk"))
        .isNotEqualTo(ids.of("other", "shop"))
        .isNotEqualTo(new ClientSessionIds(new byte[] {2}).of("session", "shop"));
  }

  @Test
  void haveNothingOfTheSessionInThem() {
    assertThat(ids.of("session", "shop")).matches("[A-Za-z0-9_-]{22}").doesNotContain("session");
  }
}
