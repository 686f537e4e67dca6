package dev.signet.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.wire.MailFolder;
import dev.signet.wire.Person;
import dev.signet.wire.Signet;
import dev.signet.wire.WireTest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every page without script, and on machines without Chromium. */
@WireTest
@Tag("browser")
class NoScriptIT {

  private static final String CHOSEN = "quite another find-me-in-a-log";

  private final Person kim = Person.signedUp();
  private final PlainBrowser browser = new PlainBrowser();

  @AfterEach
  void close() {
    browser.close();
  }

  @Test
  void anAddressIsConfirmedAndASpentLinkOffersAnother() {
    String path = "/verify-email?token=" + MailFolder.awaitToken(kim.email());
    browser.open(path);

    assertThat(browser.press("Confirm")).isEqualTo(200);
    assertThat(browser.text()).contains("The address is confirmed.");

    assertThat(browser.open(path)).isEqualTo(410);
    assertThat(browser.alert()).isNotEmpty();
    browser.fill("E-mail address", kim.email());
    assertThat(browser.press("Mail a new link")).isEqualTo(200);
  }

  @Test
  void aForgottenPasswordIsReplaced() {
    browser.open("/forgot-password");
    browser.fill("E-mail address", "kim");
    assertThat(browser.press("Mail a link")).isEqualTo(400);
    assertThat(browser.alert()).contains("valid email address");
    browser.fill("E-mail address", kim.email());
    assertThat(browser.press("Mail a link")).isEqualTo(200);
    assertThat(browser.heading()).isEqualTo("Look into your mail");

    String token = MailFolder.await(kim.email(), 2).get(1).token();
    browser.open("/reset-password?token=" + token);
    browser.fill("New password", "short");
    assertThat(browser.press("Save")).isEqualTo(400);
    assertThat(browser.alert()).contains("at least 15 characters");
    browser.fill("New password", CHOSEN);
    assertThat(browser.press("Save")).isEqualTo(200);

    assertThat(browser.text()).contains("The password is changed");
    assertThat(Signet.login(kim.username(), CHOSEN).status()).isEqualTo(200);
  }

  @Test
  void oneSignsUpAndLogsOut() {
    Person lee = Person.stranger();
    browser.open("/");
    browser.follow("Create an account");
    browser.fill("Username", lee.username());
    browser.fill("E-mail address", "nobody@");
    browser.fill("Password", Signet.PASSWORD);
    assertThat(browser.press("Create account")).isEqualTo(400);
    assertThat(browser.alert()).contains("Enter a valid email address.");
    browser.fill("E-mail address", lee.email());
    browser.fill("Password", Signet.PASSWORD);
    browser.press("Create account");
    assertThat(browser.heading()).isEqualTo("My account");
    assertThat(browser.text()).contains(lee.username(), "this device");

    assertThat(browser.press("Log out")).isEqualTo(200);

    assertThat(browser.text()).contains("You are logged out.");
    browser.open("/account");
    assertThat(browser.heading()).isEqualTo("Log in");
  }

  @Test
  void aWrongPasswordIsRefusedAndTheRightOneLeadsOn() {
    browser.open("/account/password");
    browser.fill("Username or e-mail address", kim.username());
    browser.fill("Password", "find-me-in-a-log wrongly");
    assertThat(browser.press("Log in")).isEqualTo(401);
    assertThat(browser.value("Username or e-mail address")).isEqualTo(kim.username());
    assertThat(browser.value("Password")).isEmpty();

    browser.fill("Password", Signet.PASSWORD);
    browser.press("Log in");

    assertThat(browser.path()).isEqualTo("/signet/account/password");
  }

  @Test
  void oneChangesNameAndPassword() {
    logIn();
    browser.fill("Name", "Kim Cheol-su");
    browser.press("Save");
    assertThat(browser.text()).contains("Your name was saved.");
    assertThat(browser.value("Name")).isEqualTo("Kim Cheol-su");

    browser.follow("Change password");
    browser.fill("Current password", Signet.PASSWORD);
    browser.fill("New password", CHOSEN);
    browser.press("Change password");

    assertThat(browser.text()).contains("Your password was changed.");
    assertThat(Signet.login(kim.username(), CHOSEN).status()).isEqualTo(200);
  }

  @Test
  void oneChangesTheAddress() {
    String other = Person.stranger().email();
    logIn();
    browser.follow("Change e-mail address");
    browser.fill("New e-mail address", other);
    browser.fill("Current password", Signet.PASSWORD);
    browser.press("Change e-mail address");
    assertThat(browser.text()).contains("A mail is on its way to the new address.");

    browser.open("/verify-email?token=" + MailFolder.awaitToken(other));
    browser.press("Confirm");

    browser.open("/account");
    assertThat(browser.text()).contains(other);
  }

  @Test
  void oneLogsOutElsewhere() {
    try (PlainBrowser second = new PlainBrowser();
        PlainBrowser third = new PlainBrowser()) {
      logIn(second);
      logIn();
      browser.press("Log out: Chrome · Windows");
      assertThat(browser.text()).contains("That device was logged out.");
      logIn(third);
      browser.open("/account");

      browser.press("Log out everywhere else");

      assertThat(browser.text()).contains("All other devices were logged out.");
      for (PlainBrowser other : List.of(second, third)) {
        other.open("/account");
        assertThat(other.heading()).isEqualTo("Log in");
      }
    }
  }

  @Test
  void whoseAccessTokenHasExpiredGoesOn() {
    logIn();
    browser.forget("access");

    assertThat(browser.open("/account?done=name")).isEqualTo(200);

    assertThat(browser.heading()).isEqualTo("My account");
    assertThat(browser.text()).contains("Your name was saved.");
  }

  @Test
  void oneSwitchesTheLanguage() {
    browser.open("/login?continue=/signet/account");

    browser.follow("한국어");

    assertThat(browser.heading()).isEqualTo("로그인");
    browser.open("/signup");
    assertThat(browser.heading()).isEqualTo("계정 만들기");
  }

  private void logIn() {
    logIn(browser);
  }

  private void logIn(PlainBrowser visitor) {
    visitor.open("/login");
    visitor.fill("Username or e-mail address", kim.username());
    visitor.fill("Password", Signet.PASSWORD);
    visitor.press("Log in");
    assertThat(visitor.heading()).isEqualTo("My account");
  }
}
