package dev.signet.browser;

import dev.signet.wire.ClientAddresses;
import dev.signet.wire.Person;
import dev.signet.wire.Signet;
import dev.signet.wire.TestCertificate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.htmlunit.BrowserVersion;
import org.htmlunit.CookieManager;
import org.htmlunit.Page;
import org.htmlunit.WebClient;
import org.htmlunit.WebRequest;
import org.htmlunit.html.DomElement;
import org.htmlunit.html.HtmlElement;
import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlLabel;
import org.htmlunit.html.HtmlMeta;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.http.Cookie;

/** A browser without script, written in Java. It finds what {@link Visitor} does. */
public final class PlainBrowser implements AutoCloseable {

  private final WebClient client = new WebClient(BrowserVersion.CHROME);
  private HtmlPage page;

  PlainBrowser() {
    client.getOptions().setJavaScriptEnabled(false);
    client.getOptions().setCssEnabled(false);
    client.getOptions().setThrowExceptionOnFailingStatusCode(false);
    // A page that refuses has the token of a link in it.
    client.getOptions().setPrintContentOnFailingStatusCode(false);
    client.getOptions().setTimeout(Visitor.PATIENCE);
    client.setRefreshHandler((page, inLowerCase, seconds) -> goOn((HtmlPage) page));
    client.addRequestHeader(ClientAddresses.HEADER, ClientAddresses.next());
    client.addRequestHeader("Accept-Language", "en-GB");
  }

  /** Where a page leads at once, which HtmlUnit 5.5 itself would look for in lower case. */
  private void goOn(HtmlPage page) throws IOException {
    String refresh =
        page.<HtmlMeta>getFirstByXPath("//meta[@http-equiv='refresh']").getContentAttribute();
    URL next = page.getFullyQualifiedUrl(refresh.replaceFirst("^0;url=", ""));
    client.getPage(page.getEnclosingWindow(), new WebRequest(next));
  }

  /** One that trusts a server of this certificate, and no other over TLS. */
  public static PlainBrowser trusting(TestCertificate certificate) {
    PlainBrowser browser = new PlainBrowser();
    browser.trust(certificate.trustStore());
    return browser;
  }

  private void trust(Path store) {
    try {
      client
          .getOptions()
          .setSSLTrustStore(store.toUri().toURL(), TestCertificate.PASSWORD, "PKCS12");
    } catch (MalformedURLException impossible) {
      throw new IllegalStateException(impossible);
    }
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
  public int open(URI address) {
    try {
      return arriveAt(client.getPage(address.toURL()));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  void fill(String label, String text) {
    field(label).setValue(text);
  }

  private HtmlInput field(String label) {
    HtmlLabel found =
        page.<HtmlLabel>getByXPath("//label").stream()
            .filter(one -> one.asNormalizedText().equals(label))
            .findFirst()
            .orElseThrow(() -> new AssertionError("No label " + label));
    return (HtmlInput) page.getHtmlElementById(found.getForAttribute());
  }

  /**
   * Presses a button.
   *
   * @return the status of the page that it leads to
   */
  public int press(String button) {
    return click("//button", button);
  }

  public int follow(String link) {
    return click("//a", link);
  }

  private int click(String controls, String text) {
    HtmlElement control =
        page.<HtmlElement>getByXPath(controls).stream()
            .filter(one -> name(one).equals(text))
            .findFirst()
            .orElseThrow(() -> new AssertionError("Nothing says " + text));
    try {
      return arriveAt(control.click());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** As assistive technology says it. */
  private static String name(HtmlElement control) {
    String label = control.getAttribute("aria-label");
    return label.isEmpty() ? control.asNormalizedText() : label;
  }

  /** Where the window is by then: a page may have led on at once. */
  private int arriveAt(Page next) {
    page = (HtmlPage) next.getEnclosingWindow().getEnclosedPage();
    return page.getWebResponse().getStatusCode();
  }

  public String heading() {
    return page.<HtmlElement>getFirstByXPath("//h1").asNormalizedText();
  }

  String alert() {
    return page.<DomElement>getFirstByXPath("//*[@role='alert']").asNormalizedText();
  }

  /** What stands in a field. */
  String value(String label) {
    return field(label).getValue();
  }

  /** Logs in at the page that asks for it, and gives the status of the page it leads to. */
  public int logIn(Person person) {
    fill("Username or e-mail address", person.username());
    fill("Password", Signet.PASSWORD);
    return press("Log in");
  }

  /** The path that it is at, without a query. */
  public String path() {
    return page.getUrl().getPath();
  }

  /** A header of the answer that it shows; empty where it is missing. */
  public String header(String name) {
    return Objects.requireNonNullElse(page.getWebResponse().getResponseHeaderValue(name), "");
  }

  /** The names of the cookies that go over TLS only. */
  public Set<String> secureCookies() {
    return client.getCookieManager().getCookies().stream()
        .filter(Cookie::isSecure)
        .map(Cookie::getName)
        .collect(Collectors.toSet());
  }

  /** Keeps nothing under a name, as when its time is over. */
  void forget(String cookie) {
    CookieManager cookies = client.getCookieManager();
    cookies.getCookies().stream()
        .filter(one -> one.getName().equals(cookie))
        .forEach(cookies::removeCookie);
  }

  public String text() {
    return page.asNormalizedText();
  }

  @Override
  public void close() {
    client.close();
  }
}
