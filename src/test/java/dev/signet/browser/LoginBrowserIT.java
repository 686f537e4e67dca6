package dev.signet.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import dev.signet.wire.Person;
import dev.signet.wire.Signet;
import org.junit.jupiter.api.Test;

/** Logging in and out, and pages that refuse. */
@BrowserTest
class LoginBrowserIT {

  private static final String NAME = "Username or e-mail address";

  private final Person kim = Person.signedUp();

  @Test
  void theStartAsksToLogInAndLeadsToTheAccount(Visitor visitor) {
    visitor.open("/");
    assertThat(visitor.heading()).isEqualTo("Log in");
    assertThat(visitor.field(NAME)).isFocused();
    visitor.examine("login");

    assertThat(visitor.logIn(kim)).isEqualTo(200);

    assertThat(visitor.heading()).isEqualTo("My account");
    assertThat(visitor.text()).contains(kim.username());
  }

  @Test
  void aLoginGoesOnToWhereOneWasGoing(Visitor visitor) {
    visitor.open("/account/password");
    assertThat(visitor.path()).isEqualTo("/signet/login");

    visitor.logIn(kim);

    assertThat(visitor.path()).isEqualTo("/signet/account/password");
  }

  @Test
  void aWrongPasswordIsSaidAndTheNameKept(Visitor visitor) {
    visitor.open("/login");
    visitor.fill(NAME, kim.username());
    visitor.fill("Password", "find-me-in-a-log wrongly");

    assertThat(visitor.press("Log in")).isEqualTo(401);

    assertThat(visitor.alert()).contains("No active account found with the given credentials");
    assertThat(visitor.page().getByRole(AriaRole.ALERT)).isFocused();
    assertThat(visitor.field(NAME)).hasValue(kim.username());
    assertThat(visitor.field("Password")).hasValue("");
    assertThat(visitor.page().title()).startsWith("Problem:");
    visitor.examine("login-refused");
  }

  /** Beside the session of the sign-up there is one. */
  @Test
  void whoIsLoggedInConfirmsThatItIsHe(Visitor visitor) {
    visitor.open("/login?continue=/signet/logout");
    visitor.logIn(kim);
    visitor.open("/login?again=1&continue=/signet/account&ui_locales=ko");
    visitor.examine("login-again-korean");
    visitor.follow("English");
    assertThat(visitor.field(NAME)).hasValue(kim.username());
    assertThat(visitor.field("Password")).isFocused();
    visitor.examine("login-again");

    visitor.fill("Password", Signet.PASSWORD);
    assertThat(visitor.press("Log in")).isEqualTo(200);

    assertThat(visitor.heading()).isEqualTo("My account");
    assertThat(visitor.page().locator(".sessions li")).hasCount(2);
  }

  @Test
  void aPasswordIsShownToWhoWantsToSeeIt(Visitor visitor) {
    visitor.open("/login");
    visitor.fill("Password", Signet.PASSWORD);
    assertThat(visitor.field("Password")).hasAttribute("type", "password");

    visitor.named(AriaRole.BUTTON, "Show password").click();

    assertThat(visitor.field("Password")).hasAttribute("type", "text");
    visitor.examine("login-password-shown");
  }

  @Test
  void whoWantsToStaysLoggedIn(Visitor visitor) {
    visitor.open("/login?continue=/signet/forgot-password");
    visitor.field("Stay logged in on this device").check();

    visitor.logIn(kim);

    assertThat(secondsOfRefresh(visitor)).isBetween(1209590.0, 1209610.0);
  }

  @Test
  void whoDoesNotIsForgottenEarlier(Visitor visitor) {
    visitor.open("/login?continue=/signet/forgot-password");

    visitor.logIn(kim);

    assertThat(secondsOfRefresh(visitor)).isBetween(1790.0, 1810.0);
  }

  /** Beside the other, which lasts for five minutes: so no clock is asked. */
  private static double secondsOfRefresh(Visitor visitor) {
    return visitor.cookie("refresh").orElseThrow().expires
        - visitor.cookie("access").orElseThrow().expires
        + 300;
  }

  @Test
  void oneLogsOutByAButton(Visitor visitor) {
    visitor.open("/login?continue=/signet/logout");
    visitor.logIn(kim);
    assertThat(visitor.text()).contains("Do you want to log out on this device?");
    visitor.examine("logout");

    assertThat(visitor.press("Log out")).isEqualTo(200);

    assertThat(visitor.text()).contains("You are logged out.");
    visitor.examine("logged-out");
    assertThat(visitor.page().context().cookies())
        .extracting(cookie -> cookie.name)
        .doesNotContain("access", "refresh", "csrf");
    visitor.follow("Log in again");
    assertThat(visitor.heading()).isEqualTo("Log in");
  }

  @Test
  void aFormWithoutProofIsForbidden(Visitor visitor) {
    visitor.open("/login?continue=/signet/logout");
    visitor.logIn(kim);
    visitor.page().evaluate("document.querySelector('[name=csrf_token]').value = 'made up'");

    assertThat(visitor.press("Log out")).isEqualTo(403);

    assertThat(visitor.alert()).contains("does not prove that it comes from a page");
    visitor.examine("forbidden");
    assertThat(visitor.cookie("access")).isPresent();
  }

  @Test
  void whatIsNotThereIsMissing(Visitor visitor) {
    assertThat(visitor.open("/nothing/here")).isEqualTo(404);

    assertThat(visitor.heading()).isEqualTo("Page not found");
    visitor.examine("missing");
    visitor.follow("To the start page");
    assertThat(visitor.heading()).isEqualTo("Log in");
  }

  @Test
  void oneSwitchesToKoreanAndItStaysSo(Visitor visitor) {
    visitor.open("/login?continue=/signet/logout");

    visitor.follow("한국어");

    assertThat(visitor.language()).isEqualTo("ko");
    visitor.examine("login-korean");
    visitor.fill("사용자 이름 또는 이메일 주소", kim.username());
    visitor.fill("비밀번호", Signet.PASSWORD);
    visitor.press("로그인");
    assertThat(visitor.heading()).isEqualTo("로그아웃");
    visitor.examine("logout-korean");
    visitor.open("/nothing/here");
    visitor.examine("missing-korean");
    visitor.follow("English");
    assertThat(visitor.heading()).isEqualTo("Page not found");
  }
}
