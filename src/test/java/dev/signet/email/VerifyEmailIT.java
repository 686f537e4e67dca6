package dev.signet.email;

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
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code POST /api/auth/email/verify} and {@code …/resend}, and the page of the link. */
@WireTest
class VerifyEmailIT {

  private static final String VERIFY = "/api/auth/email/verify";
  private static final String RESEND = "/api/auth/email/resend";
  private static final String PAGE = "/verify-email";
  private static final String EXPIRED =
      "{\"detail\":\"This link is no longer good: it has expired, was used already, or was replaced"
          + " by a newer one.\",\"code\":\"link_expired\"}";

  private final Person kim = Person.stranger();
  private Answer signup;
  private String token;

  @BeforeEach
  void signUp() {
    signup = kim.signUp();
    token = MailFolder.awaitToken(kim.email());
  }

  @Test
  void aSignUpIsMailedALinkToThePage() {
    Letter letter = MailFolder.await(kim.email(), 1).get(0);

    assertThat(letter.subject()).isEqualTo("Confirm your e-mail address for Signet");
    assertThat(letter.page()).isEqualTo("http://localhost:8080/signet/verify-email");
    assertThat(isVerified()).isFalse();
  }

  @Test
  void theMailIsInTheLanguageOfTheSignUp() {
    Person lee = Person.stranger();
    Signet.send(
        Signet.posting("/api/auth/signup", lee.signupRequest()).header("Accept-Language", "ko-KR"));

    assertThat(MailFolder.await(lee.email(), 1).get(0).subject())
        .isEqualTo("Signet 이메일 주소를 확인해 주세요");
  }

  @Test
  void aPostSpendsTheLinkAndASecondIsGone() {
    Answer first = verify(token);

    assertThat(first.body()).isEqualTo("{\"detail\":\"The e-mail address is confirmed.\"}");
    assertThat(first.status()).isEqualTo(200);
    assertThat(isVerified()).isTrue();
    assertGone(verify(token));
  }

  @Test
  void aGetOnlyShowsAPage() {
    for (int i = 0; i < 3; i++) {
      assertThat(Signet.get(PAGE + "?token=" + token).status()).isEqualTo(200);
    }

    assertThat(isVerified()).isFalse();
    assertThat(verify(token).status()).isEqualTo(200);
  }

  @Test
  void thePageIsEverybodysOwn() {
    Answer page = Signet.get(PAGE + "?token=" + token);

    assertThat(page.body())
        .contains("<form method=\"post\" action=\"/signet/verify-email\">")
        .contains("value=\"" + token + "\"");
    assertThat(page.header("Content-Type")).isEqualToIgnoringWhitespace("text/html;charset=UTF-8");
    assertThat(page.header("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void theButtonOnThePageSpendsTheLink() {
    Answer done = Signet.postForm(PAGE, Map.of("token", token));

    assertThat(done.status()).isEqualTo(200);
    assertThat(done.body()).contains("The address is confirmed.");
    assertThat(isVerified()).isTrue();
    assertThat(Signet.postForm(PAGE, Map.of("token", token)).status()).isEqualTo(410);
  }

  @Test
  void thePageOfASpentLinkOffersANewOneAndMailsIt() {
    Person lee = Person.stranger();
    lee.signUp();
    verify(token);

    Answer page = Signet.get(PAGE + "?token=" + token);

    assertThat(page.status()).isEqualTo(410);
    assertThat(page.body())
        .contains("action=\"/signet/verify-email/resend\"")
        .contains("This link is no longer good")
        .doesNotContain("value=\"" + token);
    MailFolder.awaitToken(lee.email());
    assertThat(Signet.postForm(PAGE + "/resend", Map.of("email", lee.email())).status())
        .isEqualTo(200);
    MailFolder.await(lee.email(), 2);
  }

  @Test
  void thePageSpeaksKorean() {
    Answer page =
        Signet.send(Signet.request(PAGE + "?token=" + token).header("Accept-Language", "ko"));

    assertThat(page.body()).contains("<html lang=\"ko\">").contains("이메일 주소 확인");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "../../etc/passwd", "<script>alert(1)</script>", "' or 1=1 --"})
  void whatIsNoTokenIsMalformed(String text) {
    assertThat(verify(text).status()).isEqualTo(400);
    assertThat(verify(text).text("code")).isEqualTo("link_malformed");

    Answer page = Signet.postForm(PAGE, Map.of("token", text));
    assertThat(page.status()).isEqualTo(400);
    assertThat(page.body()).contains("This is not a complete link").doesNotContain(text + "<");
  }

  @Test
  void anUnknownLinkIsGone() {
    assertGone(verify("A".repeat(43)));
    assertThat(Signet.get(PAGE + "?token=" + "A".repeat(43)).status()).isEqualTo(410);
    assertThat(Signet.get(PAGE).status()).isEqualTo(400);
  }

  @Test
  void aMissingTokenIsAFieldError() {
    assertThat(Signet.post(VERIFY, Map.of()).body())
        .isEqualTo("{\"token\":[\"This field is required.\"]}");
  }

  @Test
  void anExpiredLinkIsGone() {
    Rows.change(
        "update link set expires_at = ? where account_id = ?",
        Instant.now().minus(Duration.ofMillis(1)).atOffset(ZoneOffset.UTC),
        signup.accountId());

    assertGone(verify(token));
    assertThat(isVerified()).isFalse();
  }

  @Test
  void aNewerLinkTakesThePlaceOfTheOneBefore() {
    assertThat(resend(kim.email()).status()).isEqualTo(202);
    String newer = MailFolder.await(kim.email(), 2).get(1).token();

    assertGone(verify(token));
    assertThat(verify(newer).status()).isEqualTo(200);
  }

  @Test
  void ofManyThatOpenItAtOnceOneSpendsIt() {
    List<Answer> answers = Parallel.times(16, i -> verify(token));

    assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(1);
    assertThat(answers.stream().filter(answer -> answer.status() == 410)).hasSize(15);
  }

  @Test
  void itIsNoLinkToResetThePassword() {
    Answer answer =
        Signet.post(
            "/api/auth/password/reset", Map.of("token", token, "password", "another " + token));

    assertGone(answer);
    assertThat(verify(token).status()).isEqualTo(200);
  }

  @Test
  void itLetsNobodyInWhoIsBanned() {
    UUID id = signup.accountId();
    Rows.change("update account set state = 'DISABLED' where id = ?", id);

    assertGone(verify(token));

    assertThat(Rows.count("select count(*) from account where id = ? and state = 'DISABLED'", id))
        .isEqualTo(1);
    assertThat(isVerified()).isFalse();
    assertThat(Signet.login(kim.username(), Signet.PASSWORD).text("code"))
        .isEqualTo("user_inactive");
  }

  @Test
  void whatRestsInTheRowOpensNothing() {
    assertThat(Rows.count("select count(*) from link where hash = ?", token)).isZero();
  }

  @Test
  void aNewLinkIsPromisedToEverybodyAlike() {
    Person unknown = Person.stranger();
    verify(token);

    Answer toVerified = resend(kim.email());
    Answer toUnknown = resend(unknown.email());

    assertThat(toUnknown.status()).isEqualTo(202).isEqualTo(toVerified.status());
    assertThat(toUnknown.body())
        .isEqualTo(
            "{\"detail\":\"If there is an account with this address, a mail is on its way to"
                + " it.\"}")
        .isEqualTo(toVerified.body());
    awaitNoRequests();
    assertThat(MailFolder.mailsTo(unknown.email())).isEmpty();
    assertThat(MailFolder.mailsTo(kim.email())).hasSize(1);
  }

  @Test
  void aRequestThatAnotherNodeDiedWithIsAnsweredByThisOne() {
    Rows.change(
        "insert into link_request (id, purpose, identifier, created_at, due_at)"
            + " values (?, 'VERIFY_EMAIL', ?, ?, ?)",
        kim.username().substring(0, 22),
        kim.email(),
        Instant.now().minusSeconds(120).atOffset(ZoneOffset.UTC),
        Instant.now().minusSeconds(60).atOffset(ZoneOffset.UTC));

    MailFolder.await(kim.email(), 2);
  }

  private static void awaitNoRequests() {
    Eventually.get(() -> Rows.count("select count(*) from link_request"), count -> count == 0);
  }

  private boolean isVerified() {
    return Rows.count(
            "select count(*) from account where username = ? and email_verified_at is not null",
            kim.username())
        == 1;
  }

  private static Answer verify(String token) {
    return Signet.post(VERIFY, Map.of("token", token));
  }

  private static Answer resend(String email) {
    return Signet.post(RESEND, Map.of("email", email));
  }

  private static void assertGone(Answer answer) {
    assertThat(answer.body()).isEqualTo(EXPIRED);
    assertThat(answer.status()).isEqualTo(410);
  }
}
