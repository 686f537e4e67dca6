package dev.signet.signup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.wire.Answer;
import dev.signet.wire.CookieClient;
import dev.signet.wire.Letter;
import dev.signet.wire.MailFolder;
import dev.signet.wire.Person;
import dev.signet.wire.Signet;
import dev.signet.wire.WireTest;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code /signup}. */
@WireTest
class SignupPageIT {

  private final Person kim = Person.stranger();
  private final CookieClient browser = new CookieClient(Signet::request);

  @Test
  void logsInWhoSignsUp() {
    Answer signup = browser.submit("/signup", kim.signupRequest());

    assertThat(signup.status()).as(signup.body()).isEqualTo(303);
    assertThat(signup.header("Location")).endsWith("/signet/account");
    assertThat(browser.get("/account").body()).contains(kim.username(), kim.email(), "Somebody");
  }

  @Test
  void saysAllThatIsWrongAndKeepsWhatWasTyped() {
    Map<String, String> form = new HashMap<>(kim.signupRequest());
    form.put("email", "nobody@");
    form.put("password", "find-me-in-a-log");
    form.put("username", "a b");

    Answer refused = browser.submit("/signup", form);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body())
        .contains("Enter a valid email address.")
        .contains("Use letters, digits and the characters")
        .contains("value=\"nobody@\"", "value=\"a b\"", "value=\"Somebody\"")
        .doesNotContain("find-me-in-a-log");
  }

  @Test
  void saysThatAnAccountIsThereAlready() {
    kim.signUp();

    Answer refused = browser.submit("/signup", kim.signupRequest());

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.body()).contains("already exists");
    assertThat(browser.cookie("access")).isEmpty();
  }

  @Test
  void theMailIsInTheLanguageThatWasChosen() {
    browser.get("/signup?lang=ko");

    browser.submit("/signup", kim.signupRequest());

    Letter letter = MailFolder.await(kim.email(), 1).get(0);
    assertThat(letter.subject()).contains("이메일");
  }

  @Test
  void goesOnToWhereTheVisitorWasGoing() {
    Map<String, String> form = new HashMap<>(kim.signupRequest());
    form.put("continue", "/shop?item=1");

    assertThat(browser.submit("/signup", form).header("Location")).endsWith("/shop?item=1");
  }
}
