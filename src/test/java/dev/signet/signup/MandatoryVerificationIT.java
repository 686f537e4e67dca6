package dev.signet.signup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.wire.Answer;
import dev.signet.wire.Letter;
import dev.signet.wire.MailServer;
import dev.signet.wire.Parallel;
import dev.signet.wire.Person;
import dev.signet.wire.ServerProcess;
import dev.signet.wire.Signet;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Sign-ups where {@code signet.signup.verification} is mandatory, by way of a real mail server. */
@Tag("startup")
class MandatoryVerificationIT {

  private static final String MAILED =
      "{\"detail\":\"If everything is in order, a mail is on its way to this address. Open the link"
          + " in it to confirm the address.\"}";
  private static final String CHOSEN = "quite another find-me-in-a-log";

  private static MailServer mailServer;
  private static ServerProcess server;

  private final Person kim = Person.stranger();

  @BeforeAll
  static void start() {
    mailServer = MailServer.start();
    Map<String, String> environment = new HashMap<>(mailServer.environment());
    environment.put("SIGNET_SIGNUP_VERIFICATION", "mandatory");
    environment.put("SIGNET_MAIL_POLL_INTERVAL", "PT0.1S");
    Path folder = ServerProcess.folder("mandatory");
    server = ServerProcess.start(folder, ServerProcess.war(), environment).awaitReady();
  }

  @AfterAll
  static void stop() {
    server.close();
    mailServer.close();
  }

  @Test
  void nobodyIsLoggedInBeforeTheAddressIsProven() {
    assertMailed(signUp(kim));

    Answer login = login(kim, Signet.PASSWORD);
    assertThat(login.status()).isEqualTo(401);
    assertThat(login.text("code")).isEqualTo("email_not_verified");
    assertThat(login(kim, Signet.PASSWORD + "!").text("code")).isEqualTo("no_active_account");
    Answer django =
        server.post("/api/token/", Map.of("username", kim.username(), "password", Signet.PASSWORD));
    assertThat(django.text("code")).isEqualTo("no_active_account");
  }

  @Test
  void theLinkActivatesTheAccountAndLogsItIn() {
    signUp(kim);

    Answer verified = verify(letters(1).get(0).token());

    assertThat(verified.status()).isEqualTo(200);
    assertThat(verified.json().getJsonObject("user").getBoolean("email_verified")).isTrue();
    assertThat(server.get("/api/me", verified.access()).status()).isEqualTo(200);
    assertThat(login(kim, Signet.PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void theLinkLogsNobodyInASecondTime() {
    signUp(kim);
    String token = letters(1).get(0).token();
    verify(token);

    Answer second = verify(token);

    assertThat(second.status()).isEqualTo(410);
    assertThat(second.body()).doesNotContain("access");
  }

  @Test
  void aSignUpWithAnAddressThatIsTakenIsAnsweredAlikeAndItsOwnerIsMailed() {
    Answer first = signUp(kim);
    verify(letters(1).get(0).token());

    Answer again = signUp(new Person(Person.stranger().username(), kim.email()));

    assertMailed(again);
    assertThat(again.response().headers().map().keySet())
        .isEqualTo(first.response().headers().map().keySet());
    assertThat(letters(2).get(1).subject()).isEqualTo("You have an account at Signet already");
  }

  @Test
  void aSignUpWithAUsernameThatIsTakenIsAnsweredAlikeAndWhoWantedItIsMailed() {
    signUp(kim);
    Person lee = new Person(kim.username(), Person.stranger().email());

    assertMailed(signUp(lee));

    assertThat(letters(lee, 1).get(0).subject()).isEqualTo("Choose another username for Signet");
    assertThat(letters(1)).hasSize(1);
    assertThat(
            server.post("/api/auth/login", Map.of("email", lee.email(), "password", "x")).status())
        .isEqualTo(401);
  }

  /** Whoever signed up first with an address that is not his must not share an account with him. */
  @Test
  void whoseAddressItIsChoosesThePasswordWhereTwoHaveSignedUpWithIt() {
    signUp(kim);
    String first = letters(1).get(0).token();
    assertMailed(signUp(new Person(Person.stranger().username(), kim.email())));
    assertThat(letters(2).get(1).subject()).isEqualTo("You have an account at Signet already");

    assertThat(verify(first).status()).isEqualTo(410);
    server.post("/api/auth/email/resend", Map.of("email", kim.email()));
    Letter resent = letters(3).get(2);
    assertThat(resent.subject()).isEqualTo("Choose a new password for Signet");
    Answer reset =
        server.post(
            "/api/auth/password/reset", Map.of("token", resent.token(), "password", CHOSEN));

    assertThat(reset.status()).isEqualTo(204);
    assertThat(login(kim, Signet.PASSWORD).text("code")).isEqualTo("no_active_account");
    assertThat(login(kim, CHOSEN).status()).isEqualTo(200);
  }

  /** Neither by a login with the username, nor by another sign-up with it. */
  @Test
  void nobodyLearnsAfterwardsWhetherTheAddressWasTaken() {
    signUp(kim);
    Person beside = new Person(Person.stranger().username(), kim.email());
    signUp(beside);
    Person free = Person.stranger();
    signUp(free);

    assertThat(login(beside, Signet.PASSWORD).body())
        .isEqualTo(login(free, Signet.PASSWORD).body());
    for (Person taken : List.of(beside, free)) {
      Person again = new Person(taken.username(), Person.stranger().email());
      assertMailed(signUp(again));
      assertThat(letters(again, 1).get(0).subject())
          .isEqualTo("Choose another username for Signet");
    }
  }

  @Test
  void anAddressGetsFiveMailsOfSignUpsAnHour() {
    for (int i = 0; i < 5; i++) {
      assertMailed(signUp(new Person(Person.stranger().username(), kim.email())));
    }

    Answer sixth = signUp(new Person(Person.stranger().username(), kim.email()));

    assertThat(sixth.status()).isEqualTo(429);
    assertThat(sixth.text("code")).isEqualTo("throttled");
    assertThat(sixth.header("Retry-After")).isNotEmpty();
  }

  @Test
  void ofManyWithOneAddressAtOnceOneGetsTheLink() {
    List<Person> people =
        Stream.generate(() -> new Person(Person.stranger().username(), kim.email()))
            .limit(5)
            .toList();

    Parallel.times(people.size(), i -> signUp(people.get(i))).forEach(this::assertMailed);

    assertThat(letters(5))
        .extracting(Letter::subject)
        .containsOnlyOnce("Confirm your e-mail address for Signet");
  }

  @Test
  void aNewLinkIsMailedToWhoAsks() {
    signUp(kim);
    String first = letters(1).get(0).token();

    server.post("/api/auth/email/resend", Map.of("email", kim.email()));

    String second = letters(2).get(1).token();
    assertThat(verify(first).status()).isEqualTo(410);
    assertThat(verify(second).status()).isEqualTo(200);
  }

  @Test
  void nobodyWaitsForAMailServerThatIsDown() {
    mailServer.goDown();
    assertMailed(signUp(kim));
    mailServer.comeUp();

    assertThat(verify(letters(1).get(0).token()).status()).isEqualTo(200);
  }

  private static Answer signUp(Person person) {
    return server.post("/api/auth/signup", person.signupRequest());
  }

  private static Answer login(Person person, String password) {
    return server.post(
        "/api/auth/login", Map.of("username", person.username(), "password", password));
  }

  private static Answer verify(String token) {
    return server.post("/api/auth/email/verify", Map.of("token", token));
  }

  private List<Letter> letters(int count) {
    return letters(kim, count);
  }

  private static List<Letter> letters(Person person, int count) {
    return mailServer.awaitMailsTo(person.email(), count).stream().map(Letter::of).toList();
  }

  private void assertMailed(Answer answer) {
    assertThat(answer.body()).isEqualTo(MAILED);
    assertThat(answer.status()).isEqualTo(202);
  }
}
