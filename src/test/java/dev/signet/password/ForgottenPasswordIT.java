package dev.signet.password;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.wire.Answer;
import dev.signet.wire.Eventually;
import dev.signet.wire.Letter;
import dev.signet.wire.MailFolder;
import dev.signet.wire.Parallel;
import dev.signet.wire.Person;
import dev.signet.wire.Rows;
import dev.signet.wire.Signet;
import dev.signet.wire.WireTest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code POST /api/auth/password/forgot} and {@code …/reset}, and their pages. */
@WireTest
class ForgottenPasswordIT {

  private static final String FORGOT = "/api/auth/password/forgot";
  private static final String RESET = "/api/auth/password/reset";
  private static final String CHOSEN = "quite another find-me-in-a-log";

  private final Person kim = Person.stranger();
  private Answer signup;

  @BeforeEach
  void signUp() {
    signup = kim.signUp();
    MailFolder.await(kim.email(), 1);
  }

  @Test
  void theLinkLetsWhoHasForgottenItChooseAnother() {
    String token = forgot();

    assertThat(reset(token, CHOSEN).status()).isEqualTo(204);

    assertThat(Signet.login(kim.username(), Signet.PASSWORD).status()).isEqualTo(401);
    assertThat(Signet.login(kim.username(), CHOSEN).status()).isEqualTo(200);
  }

  @Test
  void allSessionsEndOnAllDevices() {
    Answer elsewhere = kim.login();

    reset(forgot(), CHOSEN);

    for (Answer login : List.of(signup, elsewhere)) {
      assertThat(Signet.refresh(login.refresh()).text("code")).isEqualTo("password_changed");
      assertThat(Signet.get("/api/me", login.access()).text("code")).isEqualTo("password_changed");
    }
  }

  @Test
  void theOwnerIsMailedThatItWasChanged() {
    reset(forgot(), CHOSEN);

    assertThat(MailFolder.await(kim.email(), 3).get(2).subject())
        .isEqualTo("Your password for Signet was changed");
  }

  @Test
  void theLinkIsGoodOnceAndForNoOther() {
    String token = forgot();
    reset(token, CHOSEN);

    assertGone(reset(token, CHOSEN + " again"));
    assertThat(Signet.login(kim.username(), CHOSEN).status()).isEqualTo(200);
  }

  @Test
  void ofManyThatUseItAtOnceOneDoes() {
    String token = forgot();

    List<Answer> answers = Parallel.times(6, i -> reset(token, CHOSEN + " " + i));

    assertThat(answers.stream().filter(answer -> answer.status() == 204)).hasSize(1);
    assertThat(answers.stream().map(Answer::status)).containsOnly(204, 410);
  }

  @Test
  void aPasswordThatIsNotTakenLeavesTheLinkGood() {
    String token = forgot();

    assertThat(reset(token, "short").body())
        .isEqualTo("{\"password\":[\"Ensure this field has at least 15 characters.\"]}");
    assertThat(reset(token, kim.username() + "1").body())
        .startsWith("{\"password\":[\"")
        .contains("name");
    assertThat(reset(token, CHOSEN).status()).isEqualTo(204);
  }

  @Test
  void theLinkProvesTheAddressAndNothingMore() {
    String token = forgot();

    assertGone(Signet.post("/api/auth/email/verify", Map.of("token", token)));
    assertThat(verifiedRows()).isZero();
    reset(token, CHOSEN);
    assertThat(verifiedRows()).isEqualTo(1);
  }

  @Test
  void theLinkThatProvesTheAddressIsGoneThen() {
    String proof = MailFolder.awaitToken(kim.email());

    reset(forgot(), CHOSEN);

    assertGone(Signet.post("/api/auth/email/verify", Map.of("token", proof)));
  }

  @Test
  void whoIsBannedStaysSo() {
    String token = forgot();
    Rows.change("update account set state = 'DISABLED' where username = ?", kim.username());

    assertGone(reset(token, CHOSEN));
    ask(kim.email());
    awaitNoRequests();
    assertThat(MailFolder.mailsTo(kim.email())).hasSize(2);
  }

  @Test
  void everybodyIsAnsweredAlike() {
    Person unknown = Person.stranger();

    Answer known = ask(kim.email());
    Answer other = ask(unknown.email());

    assertThat(known.status()).isEqualTo(202).isEqualTo(other.status());
    assertThat(known.body())
        .isEqualTo(
            "{\"detail\":\"If there is an account with this address, a mail is on its way to"
                + " it.\"}")
        .isEqualTo(other.body());
    MailFolder.await(kim.email(), 2);
    awaitNoRequests();
    assertThat(MailFolder.mailsTo(unknown.email())).isEmpty();
  }

  @Test
  void theAddressMayBeWrittenInAnyCase() {
    ask(kim.email().toUpperCase(Locale.ROOT));

    MailFolder.await(kim.email(), 2);
  }

  @Test
  void whatIsNoAddressIsAFieldError() {
    assertThat(Signet.post(FORGOT, Map.of()).body())
        .isEqualTo("{\"email\":[\"This field is required.\"]}");
    assertThat(ask(kim.username()).body())
        .isEqualTo("{\"email\":[\"Enter a valid email address.\"]}");
  }

  @Test
  void thePageAsksForTheAddressAndMailsTheLink() {
    Answer form = Signet.get("/forgot-password");
    Answer done = Signet.postForm("/forgot-password", Map.of("email", kim.email()));

    assertThat(form.status()).isEqualTo(200);
    assertThat(form.body()).contains("action=\"/signet/forgot-password\"");
    assertThat(done.status()).isEqualTo(200);
    assertThat(MailFolder.await(kim.email(), 2).get(1).page())
        .isEqualTo("http://localhost:8080/signet/reset-password");
  }

  @Test
  void thePageOfTheLinkTakesTheNewPassword() {
    String token = forgot();

    Answer form = Signet.get("/reset-password?token=" + token);
    Answer weak = Signet.postForm("/reset-password", Map.of("token", token, "password", "short"));
    Answer done = Signet.postForm("/reset-password", Map.of("token", token, "password", CHOSEN));
    Answer again = Signet.postForm("/reset-password", Map.of("token", token, "password", CHOSEN));

    assertThat(form.status()).isEqualTo(200);
    assertThat(form.body()).contains("value=\"" + token + "\"").contains("At least 15 characters");
    assertThat(weak.status()).isEqualTo(400);
    assertThat(weak.body()).contains("at least 15 characters").contains("value=\"" + token + "\"");
    assertThat(done.status()).isEqualTo(200);
    assertThat(done.body()).contains("The password is changed");
    assertThat(again.status()).isEqualTo(410);
    assertThat(again.body()).contains("action=\"/signet/forgot-password\"");
    assertThat(Signet.login(kim.username(), CHOSEN).status()).isEqualTo(200);
  }

  @Test
  void thePageOfABadLinkOffersANewOne() {
    assertThat(Signet.get("/reset-password?token=x").status()).isEqualTo(400);
    Answer unknown = Signet.get("/reset-password?token=" + "A".repeat(43));
    assertThat(unknown.status()).isEqualTo(410);
    assertThat(unknown.body()).contains("action=\"/signet/forgot-password\"");
  }

  private String forgot() {
    int before = MailFolder.mailsTo(kim.email()).size();
    ask(kim.email());
    Letter letter = MailFolder.await(kim.email(), before + 1).get(before);
    assertThat(letter.subject()).isEqualTo("Choose a new password for Signet");
    return letter.token();
  }

  private int verifiedRows() {
    return Rows.count(
        "select count(*) from account where username = ? and email_verified_at is not null",
        kim.username());
  }

  private static void awaitNoRequests() {
    Eventually.get(() -> Rows.count("select count(*) from link_request"), count -> count == 0);
  }

  private static Answer ask(String email) {
    return Signet.post(FORGOT, Map.of("email", email));
  }

  private static Answer reset(String token, String password) {
    return Signet.post(RESET, Map.of("token", token, "password", password));
  }

  private static void assertGone(Answer answer) {
    assertThat(answer.text("code")).isEqualTo("link_expired");
    assertThat(answer.status()).isEqualTo(410);
  }
}
