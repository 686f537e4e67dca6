package dev.signet.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ConsentTest {

  private static final Instant FIRST = Instant.parse("2026-05-01T12:00:00.000Z");
  private static final Instant LATER = FIRST.plusSeconds(60);

  private final Consent consent = new Consent(UUID.randomUUID(), "shop", FIRST);

  @Test
  void allowsNothingAtFirst() {
    assertThat(consent.scopes()).isEmpty();
    assertThat(consent.covers(List.of())).isTrue();
    assertThat(consent.covers(List.of("openid"))).isFalse();
  }

  @Test
  void isWidenedAndNeverNarrowed() {
    consent.add(List.of("profile", "openid"), FIRST);
    consent.add(List.of("email", "openid"), LATER);

    assertThat(consent.scopes()).containsExactly("email", "openid", "profile");
    assertThat(consent.grantedAt()).isEqualTo(LATER);
  }

  @Test
  void coversWhatWasAllowedAndNoMore() {
    consent.add(List.of("openid", "email"), FIRST);

    assertThat(consent.covers(List.of("email", "openid"))).isTrue();
    assertThat(consent.covers(List.of("openid", "e"))).isFalse();
    assertThat(consent.covers(List.of("openid", "profile"))).isFalse();
  }

  @Test
  void isTheSameOfOneAccountAndOneClient() {
    UUID account = UUID.randomUUID();

    assertThat(new ConsentId(account, "a"))
        .isEqualTo(new ConsentId(account, "a"))
        .hasSameHashCodeAs(new ConsentId(account, "a"))
        .isNotEqualTo(new ConsentId(account, "b"))
        .isNotEqualTo(new ConsentId(UUID.randomUUID(), "a"));
  }
}
