package dev.signet.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.wire.Answer;
import dev.signet.wire.Person;
import dev.signet.wire.Signet;
import dev.signet.wire.WireTest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The limits of who asks for mails, tries links, and gives the password once more. */
@WireTest
class MailThrottleIT {

  private static final String FORGOT = "/api/auth/password/forgot";
  private static final String RESEND = "/api/auth/email/resend";

  @ParameterizedTest
  @ValueSource(strings = {FORGOT, RESEND})
  void anAddressIsMailedFiveTimesAnHourWhetherItIsAnybodysOrNot(String path) {
    String known = Person.signedUp().email();
    String unknown = Person.stranger().email();

    for (String address : new String[] {known, unknown}) {
      for (int i = 0; i < 5; i++) {
        assertThat(ask(path, address).status()).isEqualTo(202);
      }
      Answer refused = ask(path, address);
      assertThat(refused.status()).isEqualTo(429);
      assertThat(refused.body().replaceAll("\\d+", "#"))
          .isEqualTo(
              "{\"detail\":\"Request was throttled. Expected available in # seconds.\","
                  + "\"code\":\"throttled\"}");
      assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(700, 720);
    }
  }

  /** Or a stranger could keep somebody from choosing another password. */
  @Test
  void requestsForOneKindOfMailUseUpNoOther() {
    String address = Person.signedUp().email();
    for (int i = 0; i < 6; i++) {
      ask(RESEND, address);
    }

    assertThat(ask(FORGOT, address).status()).isEqualTo(202);
  }

  @Test
  void thePageOfTheFormSaysSoToo() {
    String address = Person.stranger().email();
    for (int i = 0; i < 5; i++) {
      Signet.postForm("/forgot-password", Map.of("email", address));
    }

    Answer page = Signet.postForm("/forgot-password", Map.of("email", address));

    assertThat(page.status()).isEqualTo(429);
    assertThat(page.header("Content-Type")).startsWith("text/html");
    assertThat(page.header("Retry-After")).isNotEmpty();
    assertThat(page.body()).contains("Request was throttled.").contains("<form");
  }

  @Test
  void anAddressOfTheNetworkTriesSixtyLinks() {
    TestClient guesser = TestClient.somewhere();
    Map<String, String> guess = Map.of("token", "A".repeat(43));
    for (int i = 0; i < 2; i++) {
      assertThat(guesser.post("/api/auth/email/verify", guess).status()).isEqualTo(410);
    }
    TestRows.add("link.per-ip", guesser, 58, Duration.ofSeconds(10));

    assertThat(guesser.post("/api/auth/email/verify", guess).status()).isEqualTo(429);
    assertThat(
            guesser
                .post(
                    "/api/auth/password/reset",
                    Map.of("token", "A".repeat(43), "password", Signet.PASSWORD))
                .status())
        .isEqualTo(429);
  }

  @Test
  void aThiefOfATokenGuessesThePasswordTenTimes() {
    Answer signup = Person.stranger().signUp();

    for (int i = 0; i < 10; i++) {
      assertThat(change(signup, "a guess of the password").status()).isEqualTo(400);
    }

    assertThat(change(signup, Signet.PASSWORD).status()).isEqualTo(429);
  }

  private static Answer change(Answer login, String current) {
    return Signet.send(
        Signet.posting(
                "/api/auth/password/change",
                Map.of(
                    "current_password", current, "new_password", "quite another find-me-in-a-log"))
            .header("Authorization", "Bearer " + login.access()));
  }

  private static Answer ask(String path, String address) {
    return Signet.post(path, Map.of("email", address));
  }
}
