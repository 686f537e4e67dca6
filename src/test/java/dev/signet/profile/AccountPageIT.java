package dev.signet.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.wire.Answer;
import dev.signet.wire.CookieClient;
import dev.signet.wire.Letter;
import dev.signet.wire.MailFolder;
import dev.signet.wire.Person;
import dev.signet.wire.Signet;
import dev.signet.wire.WireTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code /account} and what is below it. */
@WireTest
class AccountPageIT {

  private static final Pattern SESSION = Pattern.compile("name=\"id\" value=\"([^\"]+)\"");
  private static final String CHOSEN = "quite-another find-me-in-a-log";

  private final Person kim = Person.stranger();
  private final CookieClient browser = new CookieClient(Signet::request);

  @BeforeEach
  void signUp() {
    assertThat(browser.submit("/signup", kim.signupRequest()).status()).isEqualTo(303);
  }

  @Test
  void showsTheAccountAndThisDevice() {
    Answer account = browser.get("/account");

    assertThat(account.status()).isEqualTo(200);
    assertThat(account.header("Cache-Control")).isEqualTo("no-store");
    assertThat(account.body())
        .contains(kim.username(), kim.email(), "this device", "Not confirmed yet");
    assertThat(SESSION.matcher(account.body()).find()).as("a button to end it").isFalse();
  }

  @Test
  void givesAnotherName() {
    assertDone(submit("/account/name", Map.of("name", " Kim <b>Cheol-su</b> ")), "name");

    assertThat(browser.get("/account?done=name").body())
        .contains("Your name was saved.", "value=\"Kim &lt;b&gt;Cheol-su&lt;/b&gt;\"");
    assertThat(browser.get("/api/me").json().getJsonObject("user").getString("name"))
        .isEqualTo("Kim <b>Cheol-su</b>");
  }

  @Test
  void refusesANameThatIsNone() {
    Answer refused = submit("/account/name", Map.of("name", "a\u0007b"));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body()).contains("Not a valid string.", "href=\"#name\"");
  }

  @Test
  void endsAnotherSession() {
    Answer there = kim.login();
    Matcher id = SESSION.matcher(browser.get("/account").body());
    assertThat(id.find()).isTrue();

    assertDone(submit("/account/sessions/end", Map.of("id", id.group(1))), "session");

    assertThat(Signet.get("/api/me", there.access()).status()).isEqualTo(401);
    assertThat(browser.get("/account").status()).isEqualTo(200);
  }

  @Test
  void endsNobodyElsesSession() {
    Person lee = Person.stranger();
    Answer theirs = lee.signUp();
    String id =
        Signet.get("/api/me/sessions", theirs.access()).array().getJsonObject(0).getString("id");

    submit("/account/sessions/end", Map.of("id", id));

    assertThat(Signet.get("/api/me", theirs.access()).status()).isEqualTo(200);
  }

  @Test
  void endsAllOtherSessions() {
    Answer there = kim.login();

    assertDone(submit("/account/sessions/end-others", Map.of()), "sessions");

    assertThat(Signet.get("/api/me", there.access()).status()).isEqualTo(401);
    assertThat(browser.get("/account").status()).isEqualTo(200);
  }

  @Test
  void changesThePassword() {
    Answer there = kim.login();
    Map<String, String> form = Map.of("current_password", Signet.PASSWORD, "new_password", CHOSEN);

    assertDone(submit("/account/password", form), "password");

    assertThat(Signet.login(kim.username(), CHOSEN).status()).isEqualTo(200);
    assertThat(Signet.get("/api/me", there.access()).status()).isEqualTo(401);
    assertThat(browser.get("/account").status()).isEqualTo(200);
  }

  @Test
  void asksForThePasswordBefore() {
    Answer refused =
        submit(
            "/account/password",
            Map.of("current_password", "find-me-in-a-log wrongly", "new_password", CHOSEN));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body())
        .contains("This is not your current password.", "href=\"#current_password\"")
        .doesNotContain("find-me-in-a-log");
  }

  @Test
  void mailsALinkToAnotherAddress() {
    String other = Person.stranger().email();

    assertDone(
        submit("/account/email", Map.of("email", other, "password", Signet.PASSWORD)),
        "email_mailed");

    Letter letter = MailFolder.await(other, 1).get(0);
    assertThat(letter.page()).endsWith("/signet/verify-email");
  }

  @Test
  void refusesAnAddressThatIsNone() {
    Answer refused =
        submit("/account/email", Map.of("email", "nobody@", "password", Signet.PASSWORD));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body()).contains("Enter a valid email address.", "value=\"nobody@\"");
  }

  @Test
  void saysNothingThatNobodyMeant() {
    assertThat(browser.get("/account?done=%3Cscript%3E").body()).doesNotContain("role=\"status\"");
  }

  @Test
  void aProgramChangesTheNameToo() {
    String access = kim.login().access();

    Answer renamed =
        Signet.send(
            Signet.posting("/api/me", Map.of("name", "Kim"))
                .method("PATCH", BodyPublishers.ofString("{\"name\":\"Kim\"}"))
                .header("Authorization", "Bearer " + access));

    assertThat(renamed.status()).isEqualTo(200);
    assertThat(renamed.json().getJsonObject("user").getString("name")).isEqualTo("Kim");
  }

  private Answer submit(String path, Map<String, String> fields) {
    Map<String, String> form = new HashMap<>(fields);
    form.put("csrf_token", browser.cookie("csrf").orElseThrow());
    return browser.submit(path, form);
  }

  private static void assertDone(Answer answer, String what) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(303);
    assertThat(answer.header("Location")).endsWith("/signet/account?done=" + what);
  }
}
