package dev.signet.browser;

import dev.signet.wire.ClientAddresses;
import dev.signet.wire.Signet;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.htmlunit.BrowserVersion;
import org.htmlunit.CookieManager;
import org.htmlunit.Page;
import org.htmlunit.WebClient;
import org.htmlunit.html.DomElement;
import org.htmlunit.html.HtmlElement;
import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlLabel;
import org.htmlunit.html.HtmlPage;

/** A browser without script, written in Java. It finds what {@link Visitor} does. */
final class PlainBrowser implements AutoCloseable {

  private final WebClient client = new WebClient(BrowserVersion.CHROME);
  private HtmlPage page;

  PlainBrowser() {
    client.getOptions().setJavaScriptEnabled(false);
    client.getOptions().setCssEnabled(false);
    client.getOptions().setThrowExceptionOnFailingStatusCode(false);
    // A page that refuses has the token of a link in it.
    client.getOptions().setPrintContentOnFailingStatusCode(false);
    client.getOptions().setTimeout(Visitor.PATIENCE);
    client.addRequestHeader(ClientAddresses.HEADER, ClientAddresses.next());
    client.addRequestHeader("Accept-Language", "en-GB");
  }

  /**
   * Opens a page of Signet.
   *
   * @return the status
   */
  int open(String path) {
    try {
      return arriveAt(client.getPage(Signet.uri(path).toURL()));
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
  int press(String button) {
    return click("//button", button);
  }

  int follow(String link) {
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

  private int arriveAt(Page next) {
    page = (HtmlPage) next;
    return page.getWebResponse().getStatusCode();
  }

  String heading() {
    return page.<HtmlElement>getFirstByXPath("//h1").asNormalizedText();
  }

  String alert() {
    return page.<DomElement>getFirstByXPath("//*[@role='alert']").asNormalizedText();
  }

  /** What stands in a field. */
  String value(String label) {
    return field(label).getValue();
  }

  /** The path that it is at, without a query. */
  String path() {
    return page.getUrl().getPath();
  }

  /** Keeps nothing under a name, as when its time is over. */
  void forget(String cookie) {
    CookieManager cookies = client.getCookieManager();
    cookies.getCookies().stream()
        .filter(one -> one.getName().equals(cookie))
        .forEach(cookies::removeCookie);
  }

  String text() {
    return page.asNormalizedText();
  }

  @Override
  public void close() {
    client.close();
  }
}
