package dev.signet.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.wire.Answer;
import dev.signet.wire.Person;
import dev.signet.wire.Signet;
import dev.signet.wire.WireTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Strangers who fail do not lock a person out of her own devices. */
@WireTest
class KnownDeviceIT {

  private static final int FREE = 10;

  private final TestClient home = TestClient.somewhere();
  private final Person kim = Person.stranger();
  private final Answer signup = home.post("/api/auth/signup", kim.signupRequest());

  @ParameterizedTest
  @ValueSource(strings = {"/api/auth/login", "/api/token/", "/api/token/sliding/"})
  void areKnownByTheCookieThatALoginSets(String path) {
    Answer login =
        TestClient.somewhere()
            .post(path, Map.of("username", kim.username(), "password", Signet.PASSWORD));

    assertThat(login.header("Set-Cookie"))
        .matches(
            "signet-device=[A-Za-z0-9_-]{75}; Path=/signet; Max-Age=31536000; HttpOnly;"
                + " SameSite=Strict");
    strangersFail();
    assertThat(showing(login).login(kim).status()).isEqualTo(200);
  }

  @Test
  void areKnownByTheCookieThatASignupSets() {
    strangersFail();

    assertThat(showing(signup).login(kim).status()).isEqualTo(200);
  }

  /** Or who shares an address with somebody would learn who has an account. */
  @Test
  void areNotKnownByTheAddressOfASession() {
    strangersFail();

    assertThat(home.login(kim).status()).isEqualTo(429);
  }

  @Test
  void areKnownToNobodyElsesAccount() {
    Person eve = Person.stranger();
    Answer other = TestClient.somewhere().post("/api/auth/signup", eve.signupRequest());
    strangersFail();
    String good = TestClient.shownAfter(signup);
    String forged = (good.charAt(0) == 'A' ? 'B' : 'A') + good.substring(1);
    String without = TestClient.somewhere().login(kim).body().replaceAll("\\d+", "");

    for (String shown :
        List.of(TestClient.shownAfter(other), forged, "garbage", "..", good + "A")) {
      Answer refused = TestClient.showing(shown).login(kim);
      assertThat(refused.status()).isEqualTo(429);
      assertThat(refused.body().replaceAll("\\d+", "")).isEqualTo(without);
      assertThat(refused.header("Set-Cookie")).isEmpty();
    }
  }

  /** It lets nobody in, and a thief of it has no more guesses than a stranger. */
  @Test
  void areLimitedThemselves() {
    strangersFail();
    for (int i = 0; i < FREE; i++) {
      assertThat(showing(signup).fail(kim).status()).isEqualTo(401);
    }

    assertThat(showing(signup).login(kim).status()).isEqualTo(429);
  }

  @Test
  void forgetTheirOwnFailuresAtASuccessAndNotTheStrangers() {
    strangersFail();
    for (int i = 0; i < FREE - 1; i++) {
      assertThat(showing(signup).fail(kim).status()).isEqualTo(401);
    }
    assertThat(showing(signup).login(kim).status()).isEqualTo(200);

    assertThat(showing(signup).fail(kim).status()).isEqualTo(401);
    assertThat(showing(signup).login(kim).status()).isEqualTo(200);
    assertThat(TestClient.somewhere().login(kim).status()).isEqualTo(429);
  }

  @Test
  void mayBeUsedBySeveralPeople() {
    Person eve = Person.stranger();
    Answer both = showing(signup).post("/api/auth/signup", eve.signupRequest());
    strangersFail();

    assertThat(showing(both).login(kim).status()).isEqualTo(200);
  }

  @Test
  void areToldNothingWhenALoginFails() {
    assertThat(home.fail(kim).header("Set-Cookie")).isEmpty();
  }

  @Test
  void areWhatTheSessionSays() {
    String list = Signet.get("/api/me/sessions", signup.access()).body();

    assertThat(list).contains("\"ip\":\"" + home.address() + "\"");
  }

  private static TestClient showing(Answer login) {
    return TestClient.showing(TestClient.shownAfter(login));
  }

  private void strangersFail() {
    assertThat(TestClient.somewhere().fail(kim).status()).isEqualTo(401);
    TestRows.addFailures(FREE - 2, kim);
    assertThat(TestClient.somewhere().fail(kim).status()).isEqualTo(401);
    assertThat(TestClient.somewhere().login(kim).status()).isEqualTo(429);
  }
}
