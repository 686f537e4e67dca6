package dev.signet.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.wire.MailFolder;
import dev.signet.wire.Person;
import dev.signet.wire.Signet;
import dev.signet.wire.WireTest;
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
}
