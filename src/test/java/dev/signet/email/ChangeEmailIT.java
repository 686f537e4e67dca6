package dev.signet.email;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.wire.Answer;
import dev.signet.wire.Letter;
import dev.signet.wire.MailFolder;
import dev.signet.wire.Parallel;
import dev.signet.wire.Person;
import dev.signet.wire.Refusals;
import dev.signet.wire.Rows;
import dev.signet.wire.Signet;
import dev.signet.wire.WireTest;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code POST /api/auth/email/change}. */
@WireTest
class ChangeEmailIT {

  private static final String CHANGE = "/api/auth/email/change";
  private static final String CHANGED = "The e-mail address of your account at Signet was changed";

  private final Person kim = Person.stranger();
  private final String other = Person.stranger().email();
  private Answer signup;

  @BeforeEach
  void signUp() {
    signup = kim.signUp();
    MailFolder.await(kim.email(), 1);
  }

  @Test
  void changesNothingBeforeTheLinkIsOpenedThatTheNewAddressGets() {
    Answer answer = change(other, Signet.PASSWORD);

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.body())
        .isEqualTo(
            "{\"detail\":\"A mail is on its way to the new address. Open the link in it to confirm"
                + " the change.\"}");
    assertThat(MailFolder.await(other, 1).get(0).subject())
        .isEqualTo("Confirm your new e-mail address for Signet");
    assertThat(email()).isEqualTo(kim.email());
  }

  @Test
  void changesTheAddressThenAndTellsBoth() {
    confirm(askedToken());

    assertThat(email()).isEqualTo(other);
    assertThat(MailFolder.await(kim.email(), 2).get(1).subject()).isEqualTo(CHANGED);
    assertThat(MailFolder.await(other, 2)).extracting(Letter::subject).contains(CHANGED);
    assertThat(Signet.login(other, Signet.PASSWORD).status()).isEqualTo(200);
    assertThat(Signet.login(kim.email(), Signet.PASSWORD).status()).isEqualTo(401);
  }

  @Test
  void leavesTheOldAddressWithoutAnyPower() {
    Signet.post("/api/auth/password/forgot", Map.of("email", kim.email()));
    String reset = MailFolder.await(kim.email(), 2).get(1).token();

    confirm(askedToken());

    assertThat(
            Signet.post(
                    "/api/auth/password/reset",
                    Map.of("token", reset, "password", "of who reads the old mails"))
                .status())
        .isEqualTo(410);
  }

  @Test
  void refusesWhoDoesNotKnowThePassword() {
    Answer answer = change(other, Signet.PASSWORD + "!");

    assertThat(answer.body()).isEqualTo("{\"password\":[\"This is not your current password.\"]}");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(Rows.count("select count(*) from link where email = ?", other)).isZero();
  }

  @Test
  void refusesWhatIsNoAddress() {
    assertThat(change("kim", Signet.PASSWORD).body())
        .isEqualTo("{\"email\":[\"Enter a valid email address.\"]}");
  }

  @Test
  void answersForAnAddressThatIsTakenAsForOneThatIsNotAndTellsItsOwner() {
    Person lee = Person.signedUp();
    MailFolder.await(lee.email(), 1);

    Answer taken = change(lee.email(), Signet.PASSWORD);
    Answer free = change(other, Signet.PASSWORD);

    assertThat(taken.status()).isEqualTo(free.status());
    assertThat(taken.body()).isEqualTo(free.body());
    assertThat(MailFolder.await(lee.email(), 2).get(1).subject())
        .isEqualTo("You have an account at Signet already");
  }

  /** A link that was asked for before is good no more in either case. */
  @Test
  void tellsNothingOfAnAddressByTheLinkBefore() {
    Person lee = Person.signedUp();
    String before = askedToken();

    change(lee.email(), Signet.PASSWORD);

    assertThat(Signet.get("/verify-email?token=" + before).status()).isEqualTo(410);
  }

  @Test
  void refusesTheAddressThatItHas() {
    assertThat(change(kim.email().toUpperCase(Locale.ROOT), Signet.PASSWORD).body())
        .isEqualTo("{\"email\":[\"This is the address of your account already.\"]}");
  }

  @Test
  void mailsNoAddressMoreThanFiveTimesAnHour() {
    for (int i = 0; i < 5; i++) {
      assertThat(change(other, Signet.PASSWORD).status()).isEqualTo(202);
    }

    assertThat(change(other, Signet.PASSWORD).status()).isEqualTo(429);
  }

  /** Accounts from elsewhere may log in by their address alone. */
  @Test
  void changesAUsernameThatIsTheAddressWithIt() {
    Rows.change(
        "update account set username = email, username_key = email_key where username = ?",
        kim.username());
    confirm(askedToken());

    assertThat(Signet.login(other, Signet.PASSWORD).status()).isEqualTo(200);
    Answer next =
        Signet.post(
            "/api/auth/signup",
            Map.of(
                "username", Person.stranger().username(),
                "email", kim.email(),
                "password", Signet.PASSWORD));
    assertThat(next.status()).isEqualTo(201);
    assertThat(Signet.login(kim.email(), Signet.PASSWORD).accountId()).isEqualTo(next.accountId());
  }

  @Test
  void comesTooLateWhereAnotherHasTakenTheAddressMeanwhile() {
    String token = askedToken();
    Signet.post(
        "/api/auth/signup",
        Map.of(
            "username", Person.stranger().username(), "email", other, "password", Signet.PASSWORD));

    Answer answer = confirm(token);

    assertThat(answer.text("code")).isEqualTo("account_exists");
    assertThat(answer.status()).isEqualTo(409);
    assertThat(email()).isEqualTo(kim.email());
  }

  /** Of a change and a sign-up with one address at the same moment, one is first. */
  @Test
  void letsOneHaveAnAddressThatTwoWantAtOnce() {
    String token = askedToken();

    List<Answer> answers =
        Parallel.times(
            2,
            i ->
                i == 0
                    ? confirm(token)
                    : Signet.post(
                        "/api/auth/signup",
                        Map.of(
                            "username",
                            Person.stranger().username(),
                            "email",
                            other,
                            "password",
                            Signet.PASSWORD)));

    assertThat(answers.stream().filter(answer -> answer.status() < 300)).hasSize(1);
    assertThat(answers.stream().filter(answer -> answer.status() == 409)).hasSize(1);
  }

  @Test
  void isForWhoIsLoggedInOnly() {
    Refusals.assertUnauthenticated(
        Signet.post(CHANGE, Map.of("email", other, "password", Signet.PASSWORD)),
        "Authentication credentials were not provided.",
        "not_authenticated");
  }

  @Test
  void isForUsersOnly() {
    Rows.change("update account set roles = 'robot' where username = ?", kim.username());
    String robot = Signet.refresh(signup.refresh()).access();

    assertThat(Signet.send(posting(Map.of(), robot)).status()).isEqualTo(403);
  }

  private String askedToken() {
    change(other, Signet.PASSWORD);
    return MailFolder.awaitToken(other);
  }

  private String email() {
    return Signet.get("/api/me", signup.access()).json().getJsonObject("user").getString("email");
  }

  private Answer change(String email, String password) {
    return Signet.send(posting(Map.of("email", email, "password", password), signup.access()));
  }

  private static HttpRequest.Builder posting(Map<String, String> members, String token) {
    return Signet.posting(CHANGE, members).header("Authorization", "Bearer " + token);
  }

  private static Answer confirm(String token) {
    return Signet.post("/api/auth/email/verify", Map.of("token", token));
  }
}
