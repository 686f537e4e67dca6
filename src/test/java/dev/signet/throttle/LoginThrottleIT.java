package dev.signet.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.wire.Answer;
import dev.signet.wire.Eventually;
import dev.signet.wire.Parallel;
import dev.signet.wire.Person;
import dev.signet.wire.Signet;
import dev.signet.wire.WireTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Ten failures are free. On the suite's server the first pause is a minute, and the longest an
 * hour.
 */
@WireTest
class LoginThrottleIT {

  private static final int FREE = 10;

  private final Person kim = Person.signedUp();

  @ParameterizedTest
  @ValueSource(strings = {"/api/auth/login", "/api/token/", "/api/token/sliding/"})
  void refusesTheEleventhAttemptWhateverItsPassword(String path) {
    failTenTimes(kim);

    Answer refused = TestClient.somewhere().post(path, credentials());

    assertThrottled(refused, 60, "Request was throttled. Expected available in %s seconds.");
    assertThat(refused.header("WWW-Authenticate")).isEmpty();
    assertThat(refused.header("Cache-Control")).isEqualTo("no-store");
    assertThat(refused.header("Set-Cookie")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/auth/login", "/api/token/", "/api/token/sliding/"})
  void countsFailuresOfEitherApi(String path) {
    for (int i = 0; i < FREE; i++) {
      Map<String, String> wrong = Map.of("username", kim.username(), "password", "wrong");
      assertThat(TestClient.somewhere().post(path, wrong).status()).isEqualTo(401);
    }

    assertThat(TestClient.somewhere().login(kim).status()).isEqualTo(429);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/auth/login", "/api/token/"})
  void saysItInKorean(String path) {
    failTenTimes(kim);

    Answer refused =
        Signet.send(
            TestClient.somewhere().posting(path, credentials()).header("Accept-Language", "ko"));

    assertThrottled(refused, 60, "요청이 제한되었습니다. %s초 후에 다시 시도하세요.");
  }

  @Test
  void saysItWithTheMembersOfRfc9457() {
    failTenTimes(kim);

    Answer refused =
        Signet.send(
            TestClient.somewhere()
                .posting("/api/auth/login", credentials())
                .header("Accept", "application/json, application/problem+json"));

    assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
    assertThat(refused.text("title")).isEqualTo("Too Many Requests");
    assertThat(refused.json().getInt("status")).isEqualTo(429);
  }

  @Test
  void letsNoMoreThroughWhenTheyComeAtOnce() {
    List<Integer> statuses =
        Parallel.times(50, i -> TestClient.somewhere().fail(kim)).stream()
            .map(Answer::status)
            .toList();

    assertThat(statuses).containsOnly(401, 429);
    assertThat(statuses).filteredOn(status -> status == 401).hasSize(FREE);
  }

  @Test
  void doublesThePauseAfterEachFurtherFailureAndForgetsThemAllAtASuccess() {
    failTenTimes(kim);
    for (int minutes = 1; minutes <= 4; minutes *= 2) {
      assertThrottled(TestClient.somewhere().login(kim), 60 * minutes);
      TestRows.letPass(Duration.ofMinutes(minutes), kim);
      fail(kim);
    }
    TestRows.letPass(Duration.ofMinutes(8), kim);
    assertThat(TestClient.somewhere().login(kim).status()).isEqualTo(200);

    failTenTimes(kim);
    assertThrottled(TestClient.somewhere().login(kim), 60);
  }

  /** Neither what is answered nor when tells that a name is somebody's. */
  @Test
  void refusesAnUnknownNameAsAKnownOneByteForByte() {
    Person nobody = Person.stranger();
    failTenTimes(kim);
    failTenTimes(nobody);
    TestRows.pauseUntilTheSameTime(kim, nobody);

    // The second may end between the two.
    Eventually.get(
        () -> List.of(TestClient.somewhere().fail(kim), TestClient.somewhere().fail(nobody)),
        both -> wire(both.get(0)).equals(wire(both.get(1))) && both.get(0).status() == 429);
  }

  /** Which of its names leads to an account is not told by the other's counter. */
  @Test
  void countsTheNamesOfAnAccountEachByItself() {
    failTenTimes(kim);

    assertThat(TestClient.somewhere().login(kim.email(), Signet.PASSWORD).status()).isEqualTo(200);
    assertThat(TestClient.somewhere().login(kim).status()).isEqualTo(429);
  }

  @Test
  void refusesAnAddressFromWhichAHundredHaveFailed() {
    TestClient office = TestClient.somewhere();
    assertThat(office.fail(Person.stranger()).status()).isEqualTo(401);
    TestRows.add("login.per-ip", office, 98, Duration.ofSeconds(6));
    for (int i = 0; i < 3; i++) {
      assertThat(office.login(kim).status()).isEqualTo(200);
    }
    assertThat(office.fail(Person.stranger()).status()).isEqualTo(401);

    // Every six seconds there is one more.
    Eventually.get(() -> office.fail(Person.stranger()).status(), status -> status == 429);
    Answer refused = office.login(kim);
    assertThat(refused.status()).isEqualTo(429);
    assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 6);
    assertThat(TestClient.somewhere().login(kim).status()).isEqualTo(200);
  }

  /** The suite's server looks every second. */
  @Test
  void forgetsWhoFailedLongAgo() {
    Person other = Person.stranger();
    fail(kim);
    fail(other);
    TestRows.expire(kim);

    Eventually.get(() -> TestRows.count(kim), left -> left == 0);
    assertThat(TestRows.count(other)).isEqualTo(1);
  }

  private Map<String, String> credentials() {
    return Map.of("username", kim.username(), "password", Signet.PASSWORD);
  }

  private static void failTenTimes(Person person) {
    fail(person);
    TestRows.addFailures(FREE - 2, person);
    fail(person);
  }

  private static void fail(Person person) {
    assertThat(TestClient.somewhere().fail(person).status()).isEqualTo(401);
  }

  private static void assertThrottled(Answer answer, int longest) {
    assertThrottled(answer, longest, "Request was throttled. Expected available in %s seconds.");
  }

  /** The header and the text say the same; some of the time may have gone by. */
  private static void assertThrottled(Answer answer, int longest, String text) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(429);
    String wait = answer.header("Retry-After");
    assertThat(Integer.parseInt(wait)).isBetween(longest / 2 + 1, longest);
    assertThat(answer.body())
        .isEqualTo("{\"detail\":\"%s\",\"code\":\"throttled\"}".formatted(text.formatted(wait)));
  }

  private static String wire(Answer answer) {
    Map<String, List<String>> headers = new TreeMap<>(answer.response().headers().map());
    headers.remove("date");
    return answer.status() + headers.toString() + answer.body();
  }
}
