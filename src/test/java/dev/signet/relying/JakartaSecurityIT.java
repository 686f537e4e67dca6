package dev.signet.relying;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.browser.PlainBrowser;
import dev.signet.wire.Person;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A web application of somebody else on another server, which sends its users here by {@code
 * OpenIdAuthenticationMechanismDefinition}: {@code com.example.intranet}.
 */
@Tag("startup")
@ExtendWith(RelyingParties.class)
class JakartaSecurityIT {

  private final Federation federation;
  private final Person kim = Person.stranger();
  private final PlainBrowser browser;

  JakartaSecurityIT(Federation federation) {
    this.federation = federation;
    this.browser = PlainBrowser.trusting(federation.certificate());
  }

  @BeforeEach
  void signUp() {
    federation.signUp(kim);
  }

  @AfterEach
  void leave() {
    browser.close();
  }

  @Test
  void greetsWhoHasLoggedInByNameAndGroups() {
    logIn();

    assertThat(browser.path()).isEqualTo("/intranet/greeting");
    assertThat(browser.heading()).isEqualTo("Hello, " + kim.username());
    assertThat(browser.text()).contains("Groups: [user]", "Administrator: false");
  }

  @Test
  void asksWhoIsLoggedInAtSignetForNoPassword() {
    browser.open(federation.signet().uri("/login"));
    browser.logIn(kim);

    assertThat(browser.open(federation.application("/intranet/greeting"))).isEqualTo(200);

    assertThat(browser.heading()).isEqualTo("Hello, " + kim.username());
  }

  @Test
  void leavesSignetTooWhenItsUserLeaves() {
    logIn();

    browser.follow("Leave");

    assertThat(browser.heading()).isEqualTo("Goodbye");
    browser.open(federation.signet().uri("/account"));
    assertThat(browser.path()).isEqualTo("/signet/login");
  }

  private void logIn() {
    assertThat(browser.open(federation.application("/intranet/greeting"))).isEqualTo(200);
    assertThat(browser.path()).isEqualTo("/signet/login");
    assertThat(browser.logIn(kim)).isEqualTo(200);
  }
}
