package dev.signet.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.database.TestSecrets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DeviceTokensTest {

  private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");
  private static final Duration YEAR = Duration.ofDays(365);
  private static final UUID JANE = UUID.randomUUID();
  private static final UUID JOHN = UUID.randomUUID();

  private final DeviceTokens tokens = new DeviceTokens(TestSecrets.of("a"), YEAR);
  private final String token = tokens.after(JANE, "", NOW);

  @Test
  void proveADeviceToOneAccountAlone() {
    assertThat(tokens.deviceOf(JANE, token, NOW)).isPresent();
    assertThat(tokens.deviceOf(JOHN, token, NOW)).isEmpty();
  }

  @Test
  void proveNothingAfterAYear() {
    assertThat(tokens.deviceOf(JANE, token, NOW.plus(YEAR).minusSeconds(1))).isPresent();
    assertThat(tokens.deviceOf(JANE, token, NOW.plus(YEAR))).isEmpty();
  }

  @Test
  void proveNothingWithOneBitChanged() {
    byte[] bytes = Base64.getUrlDecoder().decode(token);
    for (int i = 0; i < bytes.length; i++) {
      byte[] forged = bytes.clone();
      forged[i] ^= 1;
      String shown = Base64.getUrlEncoder().withoutPadding().encodeToString(forged);
      assertThat(tokens.deviceOf(JANE, shown, NOW)).isEmpty();
    }
  }

  @Test
  void proveNothingWhenTheyAreGarbage() {
    List<String> garbage =
        List.of("", ".", "....", "x", "%", "é", token + "A", token.substring(1), "=".repeat(75));
    assertThat(garbage).allSatisfy(s -> assertThat(tokens.deviceOf(JANE, s, NOW)).isEmpty());
  }

  @Test
  void outliveTheSecretThatIsBeingReplaced() {
    DeviceTokens next = new DeviceTokens(TestSecrets.replacing("b", "a"), YEAR);

    assertThat(next.deviceOf(JANE, token, NOW)).isEqualTo(tokens.deviceOf(JANE, token, NOW));
    assertThat(new DeviceTokens(TestSecrets.of("b"), YEAR).deviceOf(JANE, token, NOW)).isEmpty();
  }

  @Test
  void areRenewedAtEachLoginAndNameTheSameDevice() {
    Instant later = NOW.plus(Duration.ofDays(300));
    String renewed = tokens.after(JANE, token, later);

    assertThat(renewed).hasSameSizeAs(token).isNotEqualTo(token);
    assertThat(tokens.deviceOf(JANE, renewed, later.plus(Duration.ofDays(300))))
        .isEqualTo(tokens.deviceOf(JANE, token, NOW));
    assertThat(tokens.after(JANE, "", NOW)).isNotEqualTo(tokens.after(JANE, "", NOW));
  }

  @Test
  void standBesideThoseOfTheOthersWhoUseTheDevice() {
    String both = tokens.after(JOHN, token, NOW);

    assertThat(tokens.deviceOf(JANE, both, NOW)).isEqualTo(tokens.deviceOf(JANE, token, NOW));
    assertThat(tokens.deviceOf(JOHN, both, NOW)).isPresent();
    assertThat(tokens.after(JANE, both, NOW)).hasSameSizeAs(both);
  }

  @Test
  void areOfTheFiveWhoUsedTheDeviceLast() {
    List<UUID> people = new ArrayList<>();
    String shown = "";
    for (int i = 0; i < 7; i++) {
      people.add(UUID.randomUUID());
      shown = tokens.after(people.get(i), shown, NOW);
    }

    String all = shown;
    assertThat(people)
        .filteredOn(person -> tokens.deviceOf(person, all, NOW).isPresent())
        .isEqualTo(people.subList(2, 7));
    assertThat(all.length()).isLessThan(1024);
  }

  @Test
  void areMadeOfWhatACookieMayHold() {
    assertThat(tokens.after(JOHN, token, NOW)).matches("[A-Za-z0-9_.-]+");
    assertThat(tokens.after(JOHN, "; Path=/\r\n" + token, NOW)).matches("[A-Za-z0-9_.-]+");
  }
}
