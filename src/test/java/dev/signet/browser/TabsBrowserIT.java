package dev.signet.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import dev.signet.wire.Person;
import dev.signet.wire.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Two tabs with one login, and the cookies that they share. */
@BrowserTest
class TabsBrowserIT {

  private static final String START =
      "async () => { const { signet } = await import('/signet/assets/signet.js');"
          + " window.client = signet(); }";

  private static final String TEN_CALLS =
      "() => { window.answers = Promise.all(Array.from({ length: 10 },"
          + " () => client.fetch('/signet/api/me'))); }";

  private static final String STATUSES =
      "async () => [...new Set((await answers).map(({ status }) => status))]";

  private static final int ROUNDS = 10;

  private final Person kim = Person.stranger();
  private final UUID account = kim.signUp().accountId();

  @Test
  void twoTabsTakeOneStepAtATime(Visitor visitor) {
    Page one = tab(visitor);
    Page two = anotherTab(visitor);
    int generation = generation();
    List<String> asked = new ArrayList<>();
    one.context().onRequest(request -> asked.add(request.url()));

    for (int round = 1; round <= ROUNDS; round++) {
      visitor.forget("access");
      one.evaluate(TEN_CALLS);
      two.evaluate(TEN_CALLS);

      assertThat(one.evaluate(STATUSES)).isEqualTo(List.of(200));
      assertThat(two.evaluate(STATUSES)).isEqualTo(List.of(200));
      assertThat(generation()).isEqualTo(generation + refreshes(asked));
    }
    assertThat(refreshes(asked)).isBetween(ROUNDS, ROUNDS + ClientBrowserIT.LATE_NEWS);
  }

  @Test
  void whatScriptsAndOtherSitesAreNotToSeeTheyDoNot(Visitor visitor) {
    Page page = tab(visitor);

    assertCookie(visitor, "access", "/", true, SameSiteAttribute.LAX);
    assertCookie(visitor, "refresh", "/signet/api/auth", true, SameSiteAttribute.STRICT);
    assertCookie(visitor, "csrf", "/", false, SameSiteAttribute.LAX);
    assertThat(page.evaluate("document.cookie")).asString().matches("csrf=[\\w-]{43}");
    assertThat(expires(visitor, "csrf")).isEqualTo(expires(visitor, "refresh"), within(2.0));
    assertThat(expires(visitor, "refresh") - expires(visitor, "access"))
        .isEqualTo(1500, within(2.0));
  }

  private static void assertCookie(
      Visitor visitor, String name, String path, boolean httpOnly, SameSiteAttribute sameSite) {
    Cookie cookie = visitor.cookie(name).orElseThrow();
    assertThat(cookie.path).as(name).isEqualTo(path);
    assertThat(cookie.httpOnly).as(name).isEqualTo(httpOnly);
    assertThat(cookie.sameSite).as(name).isEqualTo(sameSite);
    assertThat(cookie.domain).as(name).isEqualTo("127.0.0.1");
  }

  private static double expires(Visitor visitor, String cookie) {
    return visitor.cookie(cookie).orElseThrow().expires;
  }

  /** With a page that renews nothing by itself. */
  private Page tab(Visitor visitor) {
    visitor.open("/login?continue=/signet/forgot-password");
    visitor.logIn(kim);
    visitor.page().evaluate(START);
    return visitor.page();
  }

  private static Page anotherTab(Visitor visitor) {
    visitor.inNewTab();
    visitor.open("/forgot-password");
    visitor.page().evaluate(START);
    return visitor.page();
  }

  private static int refreshes(List<String> asked) {
    return (int) asked.stream().filter(url -> url.endsWith("/auth/refresh")).count();
  }

  /** How often the session has been refreshed; the one of the sign-up has not. */
  private int generation() {
    return Rows.count("select max(generation) from session where account_id = ?", account);
  }
}
