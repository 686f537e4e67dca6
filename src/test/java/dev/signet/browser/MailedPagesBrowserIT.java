package dev.signet.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import dev.signet.wire.Letter;
import dev.signet.wire.MailFolder;
import dev.signet.wire.Person;
import dev.signet.wire.Signet;
import org.junit.jupiter.api.Test;

/** The pages that links in mails lead to, and how one comes by such a mail. */
@BrowserTest
class MailedPagesBrowserIT {

  private static final String CHOSEN = "quite another find-me-in-a-log";

  private final Person kim = Person.signedUp();

  @Test
  void theAddressIsConfirmed(Visitor visitor) {
    visitor.open("/verify-email?token=" + MailFolder.awaitToken(kim.email()));
    assertThat(visitor.heading()).isEqualTo("Confirm your e-mail address");
    visitor.examine("verify-email");

    assertThat(visitor.press("Confirm")).isEqualTo(200);

    assertThat(visitor.text()).contains("The address is confirmed.");
    visitor.examine("verify-email-done");
  }

  @Test
  void aSpentLinkOffersAnother(Visitor visitor) {
    String path = "/verify-email?token=" + MailFolder.awaitToken(kim.email());
    visitor.open(path);
    visitor.press("Confirm");

    assertThat(visitor.open(path)).isEqualTo(410);

    assertThat(visitor.alert()).isNotEmpty();
    visitor.examine("verify-email-gone");
    visitor.fill("E-mail address", kim.email());
    assertThat(visitor.press("Mail a new link")).isEqualTo(200);
    assertThat(visitor.heading()).isEqualTo("Look into your mail");
  }

  @Test
  void aForgottenPasswordIsReplaced(Visitor visitor) {
    visitor.open("/forgot-password");
    assertThat(visitor.heading()).isEqualTo("Forgotten your password?");
    visitor.examine("forgot-password");
    visitor.fill("E-mail address", kim.email());
    visitor.press("Mail a link");
    assertThat(visitor.heading()).isEqualTo("Look into your mail");
    visitor.examine("forgot-password-done");

    visitor.open("/reset-password?token=" + resetToken());
    assertThat(visitor.heading()).isEqualTo("Choose a new password");
    visitor.examine("reset-password");
    visitor.fill("New password", CHOSEN);
    assertThat(visitor.press("Save")).isEqualTo(200);

    assertThat(visitor.text()).contains("The password is changed");
    assertThat(Signet.login(kim.username(), CHOSEN).status()).isEqualTo(200);
  }

  /** With the browser's own check of the form out of the way. */
  @Test
  void whatIsNoAddressIsRefused(Visitor visitor) {
    visitor.open("/forgot-password");
    visitor.page().evaluate("document.querySelector('form').noValidate = true");
    visitor.fill("E-mail address", "kim");

    assertThat(visitor.press("Mail a link")).isEqualTo(400);

    assertThat(visitor.alert()).contains("valid email address");
    visitor.examine("forgot-password-refused");
  }

  @Test
  void aPasswordThatIsTooShortIsRefusedAndTheLinkStaysGood(Visitor visitor) {
    visitor.open("/forgot-password");
    visitor.fill("E-mail address", kim.email());
    visitor.press("Mail a link");
    visitor.open("/reset-password?token=" + resetToken());
    visitor.fill("New password", "short");

    assertThat(visitor.press("Save")).isEqualTo(400);

    assertThat(visitor.alert()).contains("at least 15 characters");
    visitor.examine("reset-password-refused");
    visitor.fill("New password", CHOSEN);
    assertThat(visitor.press("Save")).isEqualTo(200);
  }

  @Test
  void thePagesSpeakKorean(Visitor visitor) {
    visitor.speaking("ko-KR").open("/forgot-password");

    assertThat(visitor.page().locator("html").getAttribute("lang")).isEqualTo("ko");
    assertThat(visitor.named(AriaRole.BUTTON, "Mail a link").count()).isZero();
    visitor.examine("forgot-password-korean");
  }

  private String resetToken() {
    Letter letter = MailFolder.await(kim.email(), 2).get(1);
    assertThat(letter.page()).endsWith("/reset-password");
    return letter.token();
  }
}
