package dev.signet.wire;

import static dev.signet.wire.OAuthClient.path;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.util.Map;

/**
 * A page that a request for a code is sent to, where somebody logs in or decides, before it goes
 * on.
 *
 * @param location the page, as the redirect names it
 */
public record Detour(CookieClient browser, String location) {

  private static final String CONTEXT = "/signet";

  /** The page that a request is sent to. */
  public static Detour of(CookieClient browser, Map<String, String> request) {
    return new Detour(browser, browser.get(path(request)).header("Location"));
  }

  public Answer page() {
    return browser.get(withoutContext(location));
  }

  /** Where the page sends the browser on to, as its form says it. */
  public String onward() {
    return URLDecoder.decode(location.replaceFirst(".*continue=", ""), UTF_8);
  }

  /** What the request is answered that goes on from there, whether or not it is done. */
  public Answer goOn() {
    return browser.get(withoutContext(onward()));
  }

  /** What the page answers to a decision, "allow" or "deny". */
  public Answer decide(String decision) {
    return browser.submit(
        "/consent",
        Map.of(
            "continue", onward(),
            "decision", decision,
            "csrf_token", browser.cookie("csrf").orElseThrow()));
  }

  /** The path that a page sends the browser on to once all is done. */
  public static String next(Answer page) {
    assertThat(page.status()).as(page.body()).isEqualTo(200);
    String here = page.body().replaceFirst("(?s).*content=\"0;url=([^\"]*)\".*", "$1");
    return withoutContext(here.replace("&amp;", "&"));
  }

  private static String withoutContext(String path) {
    return path.substring(CONTEXT.length());
  }
}
