package dev.signet.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import dev.signet.wire.MailFolder;
import dev.signet.wire.Person;
import dev.signet.wire.Signet;
import org.junit.jupiter.api.Test;

/** Signing up. */
@BrowserTest
class SignupBrowserIT {

  private final Person kim = Person.stranger();

  @Test
  void whoSignsUpSeesTheAccountAndConfirmsTheAddress(Visitor visitor) {
    visitor.open("/");
    visitor.follow("Create an account");
    assertThat(visitor.heading()).isEqualTo("Create an account");
    visitor.examine("signup");
    fill(visitor, kim, "Kim Cheol-su");

    assertThat(visitor.press("Create account")).isEqualTo(200);

    assertThat(visitor.path()).isEqualTo("/signet/account");
    assertThat(visitor.text()).contains(kim.username(), kim.email(), "Not confirmed yet");
    assertThat(visitor.field("Name")).hasValue("Kim Cheol-su");
    visitor.open("/verify-email?token=" + MailFolder.awaitToken(kim.email()));
    visitor.press("Confirm");
    visitor.open("/account");
    assertThat(visitor.text()).contains("confirmed").doesNotContain("Not confirmed yet");
  }

  @Test
  void allThatIsWrongIsSaidAtItsFieldAndTheRestKept(Visitor visitor) {
    visitor.open("/signup");
    visitor.page().evaluate("document.querySelector('form').noValidate = true");
    fill(visitor, new Person("kim cheol-su", "nobody@"), "Kim Cheol-su");
    visitor.fill("Password", "find-me");

    assertThat(visitor.press("Create account")).isEqualTo(400);

    assertThat(visitor.page().getByRole(AriaRole.ALERT)).isFocused();
    assertThat(visitor.field("Username"))
        .hasAccessibleDescription(
            "Use letters, digits and the characters . _ - + only."
                + " Letters, digits and the characters . _ - +");
    assertThat(visitor.field("E-mail address"))
        .hasAccessibleDescription("Enter a valid email address.");
    assertThat(visitor.field("Username")).hasValue("kim cheol-su");
    assertThat(visitor.field("Name (optional)")).hasValue("Kim Cheol-su");
    assertThat(visitor.field("Password")).hasValue("");
    visitor.examine("signup-refused");
    visitor.named(AriaRole.LINK, "Enter a valid email address.").click();
    assertThat(visitor.field("E-mail address")).isFocused();
  }

  @Test
  void anAccountThatIsThereIsNotMadeAgain(Visitor visitor) {
    kim.signUp();
    visitor.open("/signup");
    fill(visitor, kim, "");

    assertThat(visitor.press("Create account")).isEqualTo(409);

    assertThat(visitor.alert()).contains("already exists");
    visitor.follow("I have an account: log in");
    assertThat(visitor.logIn(kim)).isEqualTo(200);
    assertThat(visitor.heading()).isEqualTo("My account");
  }

  @Test
  void oneSignsUpInKorean(Visitor visitor) {
    visitor.open("/signup");
    visitor.follow("한국어");
    assertThat(visitor.language()).isEqualTo("ko");
    visitor.examine("signup-korean");
    visitor.fill("사용자 이름", kim.username());
    visitor.fill("이메일 주소", kim.email());
    visitor.fill("비밀번호", Signet.PASSWORD);

    visitor.press("계정 만들기");

    assertThat(visitor.heading()).isEqualTo("내 계정");
    assertThat(MailFolder.await(kim.email(), 1).get(0).subject()).contains("이메일");
  }

  private static void fill(Visitor visitor, Person person, String name) {
    visitor.fill("Username", person.username());
    visitor.fill("E-mail address", person.email());
    visitor.fill("Name (optional)", name);
    visitor.fill("Password", Signet.PASSWORD);
  }
}
