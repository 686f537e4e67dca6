package dev.signet.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import dev.signet.wire.ClientAddresses;
import dev.signet.wire.Person;
import dev.signet.wire.Signet;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Somebody with a browser and an address of their own. What they find, they find as people do: by
 * labels and by what buttons say.
 */
final class Visitor {

  /** In milliseconds: a server starts slowly where others work. */
  static final int PATIENCE = 120_000;

  private final Chromium chromium;
  private final List<BrowserContext> contexts = new ArrayList<>();
  private final Complaints complaints = new Complaints();
  private Page page;

  Visitor(Chromium chromium) {
    this.chromium = chromium;
    this.page = context("en-GB").newPage();
  }

  /** Goes on with another language, and nothing of before. */
  Visitor speaking(String locale) {
    page = context(locale).newPage();
    return this;
  }

  private BrowserContext context(String locale) {
    BrowserContext context =
        chromium.fresh(
            new Browser.NewContextOptions()
                .setLocale(locale)
                // Of certificates that the tests have made: no page is of any other host.
                .setIgnoreHTTPSErrors(true)
                .setExtraHTTPHeaders(Map.of(ClientAddresses.HEADER, ClientAddresses.next())));
    context.setDefaultTimeout(PATIENCE);
    complaints.listenTo(context);
    contexts.add(context);
    return context;
  }

  /**
   * Opens a page of Signet.
   *
   * @return the status
   */
  int open(String path) {
    return open(Signet.uri(path));
  }

  /** Opens a page, and gives its status. */
  int open(URI address) {
    Response answer = page.navigate(address.toString());
    return answer.status();
  }

  /** Goes on in another tab of the same browser; the first remains open. */
  Page inNewTab() {
    Page before = page;
    page = before.context().newPage();
    return before;
  }

  void fill(String label, String text) {
    field(label).fill(text);
  }

  Locator field(String label) {
    return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
  }

  /**
   * Presses a button that leads to another page.
   *
   * @return the status of that page
   */
  int press(String button) {
    return arriveBy(named(AriaRole.BUTTON, button));
  }

  /** Follows a link to another page, and gives its status. */
  int follow(String link) {
    return arriveBy(named(AriaRole.LINK, link));
  }

  /** What is there instead waits for an address: a form that refuses keeps it. */
  @SuppressWarnings("deprecation")
  private int arriveBy(Locator control) {
    return page.waitForNavigation(control::click).status();
  }

  /** What has a role and a name, as assistive technology sees it. */
  Locator named(AriaRole role, String name) {
    return page.getByRole(role, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  String heading() {
    return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)).innerText();
  }

  /** Logs in at the page that asks for it, and gives the status of the page it leads to. */
  int logIn(Person person) {
    fill("Username or e-mail address", person.username());
    fill("Password", Signet.PASSWORD);
    return press("Log in");
  }

  /** The path that it is at, without a query. */
  String path() {
    return URI.create(page.url()).getPath();
  }

  /** In which language the page says that it is. */
  String language() {
    return page.locator("html").getAttribute("lang");
  }

  /** What the page is in trouble about. */
  String alert() {
    return page.getByRole(AriaRole.ALERT).innerText();
  }

  String text() {
    return page.getByRole(AriaRole.MAIN).innerText();
  }

  Page page() {
    return page;
  }

  /** A cookie as the browser has it. */
  Optional<Cookie> cookie(String name) {
    return page.context().cookies().stream().filter(one -> one.name.equals(name)).findFirst();
  }

  /** Has the browser keep nothing under a name, as when its time is over. */
  void forget(String name) {
    page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName(name));
  }

  /** A cookie of the host of Signet, to be added. */
  static Cookie cookieOfSignet(String name, String value) {
    return new Cookie(name, value).setUrl(Signet.uri("/").toString());
  }

  /**
   * Looks at the page as it is now, light and dark, on a phone and on a desk.
   *
   * @param name of the screenshots
   */
  void examine(String name) {
    Examination.of(page, name);
  }

  /** The test provokes it: the browser may complain of what has this in it. */
  void expectComplaint(String part) {
    complaints.tolerate(part);
  }

  /** Closes all, and gives what was met. */
  List<String> leave() {
    contexts.forEach(BrowserContext::close);
    return complaints.all();
  }
}
