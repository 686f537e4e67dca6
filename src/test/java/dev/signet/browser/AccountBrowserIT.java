package dev.signet.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import dev.signet.wire.ClientSessions;
import dev.signet.wire.MailFolder;
import dev.signet.wire.Person;
import dev.signet.wire.Signet;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What one does when one is logged in. */
@BrowserTest
class AccountBrowserIT {

  private static final String CHOSEN = "quite another find-me-in-a-log";

  private static final String PHONE =
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15"
          + " (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1";

  private final Person kim = Person.signedUp();

  @Test
  void oneGivesAnotherName(Visitor visitor) {
    at(visitor, "/account");
    visitor.fill("Name", "Kim <b>Cheol-su</b>");

    assertThat(visitor.press("Save")).isEqualTo(200);

    assertThat(visitor.page().getByRole(AriaRole.STATUS)).hasText("Your name was saved.");
    assertThat(visitor.field("Name")).hasValue("Kim <b>Cheol-su</b>");
    visitor.examine("account-done");
  }

  @Test
  void aClientIsAllowedNothingAnyMore(Visitor visitor) {
    ClientSessions.allow(kim.login().accountId(), "wiki", "openid email offline_access print:all");
    at(visitor, "/account");
    visitor.examine("account-applications");

    assertThat(visitor.press("Revoke what wiki may do")).isEqualTo(200);

    assertThat(visitor.page().getByRole(AriaRole.STATUS))
        .hasText("The application may do nothing any more, and was logged out.");
    assertThat(visitor.text()).doesNotContain("wiki");
  }

  @Test
  void aNameThatIsNoneIsRefused(Visitor visitor) {
    at(visitor, "/account");
    visitor.fill("Name", "a\u0007b");

    assertThat(visitor.press("Save")).isEqualTo(400);

    assertThat(visitor.alert()).contains("Not a valid string.");
    visitor.examine("account-refused");
  }

  /** The account of a person with a good name: it is the picture in the README. */
  @Test
  void anotherDeviceIsLoggedOut(Visitor visitor, Visitor elsewhere) {
    Person mina = new Person("mina.park", "mina.park@example.org");
    elsewhere.page().setExtraHTTPHeaders(Map.of("User-Agent", PHONE));
    elsewhere.open("/signup");
    elsewhere.fill("Username", mina.username());
    elsewhere.fill("E-mail address", mina.email());
    elsewhere.fill("Name (optional)", "Mina Park");
    elsewhere.fill("Password", Signet.PASSWORD);
    elsewhere.press("Create account");
    elsewhere.open("/verify-email?token=" + MailFolder.awaitToken(mina.email()));
    elsewhere.press("Confirm");
    at(visitor, "/account", mina);
    assertThat(devices(visitor)).isEqualTo(2);
    visitor.examine("account");

    visitor.press("Log out: Safari · iPhone");

    assertThat(visitor.text()).contains("That device was logged out.", "this device");
    assertThat(devices(visitor)).isEqualTo(1);
    elsewhere.open("/account");
    assertThat(elsewhere.heading()).isEqualTo("Log in");
  }

  @Test
  void allOtherDevicesAreLoggedOut(Visitor visitor, Visitor elsewhere) {
    at(elsewhere, "/account");
    at(visitor, "/account");
    kim.login();

    visitor.press("Log out everywhere else");

    assertThat(visitor.text()).contains("All other devices were logged out.");
    assertThat(devices(visitor)).isEqualTo(1);
    elsewhere.open("/account");
    assertThat(elsewhere.heading()).isEqualTo("Log in");
  }

  @Test
  void oneChangesThePassword(Visitor visitor) {
    at(visitor, "/account");
    visitor.follow("Change password");
    visitor.examine("password");
    visitor.fill("Current password", Signet.PASSWORD);
    visitor.fill("New password", CHOSEN);

    assertThat(visitor.press("Change password")).isEqualTo(200);

    assertThat(visitor.text()).contains("Your password was changed.");
    assertThat(Signet.login(kim.username(), CHOSEN).status()).isEqualTo(200);
  }

  @Test
  void whoDoesNotKnowThePasswordDoesNotChangeIt(Visitor visitor) {
    at(visitor, "/account/password");
    visitor.fill("Current password", "find-me-in-a-log wrongly");
    visitor.fill("New password", CHOSEN);

    assertThat(visitor.press("Change password")).isEqualTo(400);

    assertThat(visitor.field("Current password"))
        .hasAccessibleDescription("This is not your current password.");
    assertThat(visitor.page().getByRole(AriaRole.ALERT)).isFocused();
    visitor.examine("password-refused");
    kim.login();
  }

  @Test
  void oneChangesTheAddressByALinkInAMail(Visitor visitor) {
    String other = Person.stranger().email();
    at(visitor, "/account");
    visitor.follow("Change e-mail address");
    visitor.examine("email");
    visitor.fill("New e-mail address", other);
    visitor.fill("Current password", Signet.PASSWORD);

    visitor.press("Change e-mail address");

    assertThat(visitor.text()).contains("A mail is on its way to the new address.", kim.email());
    visitor.open("/verify-email?token=" + MailFolder.awaitToken(other));
    visitor.press("Confirm");
    visitor.open("/account");
    assertThat(visitor.text()).contains(other).doesNotContain(kim.email());
  }

  @Test
  void whatIsNoAddressIsRefused(Visitor visitor) {
    at(visitor, "/account/email");
    visitor.page().evaluate("document.querySelector('main form').noValidate = true");
    visitor.fill("New e-mail address", "nobody@");
    visitor.fill("Current password", Signet.PASSWORD);

    assertThat(visitor.press("Change e-mail address")).isEqualTo(400);

    assertThat(visitor.alert()).contains("Enter a valid email address.");
    assertThat(visitor.field("New e-mail address")).hasValue("nobody@");
    visitor.examine("email-refused");
  }

  @Test
  void thePagesSpeakKorean(Visitor visitor) {
    at(visitor, "/account");
    visitor.follow("한국어");
    assertThat(visitor.heading()).isEqualTo("내 계정");
    visitor.examine("account-korean");
    visitor.follow("비밀번호 변경");
    visitor.examine("password-korean");
    visitor.open("/account/email");
    assertThat(visitor.language()).isEqualTo("ko");
    visitor.examine("email-korean");
  }

  private void at(Visitor visitor, String path) {
    at(visitor, path, kim);
  }

  private static void at(Visitor visitor, String path, Person person) {
    visitor.open(path);
    visitor.logIn(person);
    assertThat(visitor.path()).isEqualTo("/signet" + path);
  }

  private static int devices(Visitor visitor) {
    return visitor.page().getByRole(AriaRole.MAIN).getByRole(AriaRole.LISTITEM).count();
  }
}
