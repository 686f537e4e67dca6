package dev.signet.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/**
 * What {@code signet.js} needs of a browser, and its own tests have by hand: locks, channels and
 * storage between tabs, and what is done with a redirect. The answers of Signet are made up here.
 */
@BrowserTest
class ClientBrowserIT {

  private static final Path CLIENT = Path.of("src/main/resources/assets/signet.js");

  private static final String PAGE =
      """
      <!DOCTYPE html><title>A page</title><script type="module">
      import { signet } from '/signet/assets/signet.js';
      window.heard = [];
      window.client = signet();
      client.addEventListener('logout', ({ detail }) => heard.push(detail.reason));
      </script>\
      """;

  private static final String TEN_CALLS =
      "() => { window.answers = Promise.all(Array.from({ length: 10 },"
          + " () => client.fetch('/signet/api/orders'))); }";

  private static final String STATUSES =
      "async () => [...new Set((await answers).map(({ status }) => status))]";

  private static final int ROUNDS = 20;

  /** Chromium tells another tab of what was stored when it can, and a lock may be there first. */
  static final int LATE_NEWS = 4;

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final List<String> taken = new CopyOnWriteArrayList<>();
  private boolean expired;
  private String redirectedTo;

  @Test
  void twoTabsHaveOneRefresh(Visitor visitor) {
    Page one = tab(visitor);
    Page two = anotherTab(visitor);

    for (int round = 1; round <= ROUNDS; round++) {
      expired = true;
      one.evaluate(TEN_CALLS);
      two.evaluate(TEN_CALLS);

      assertThat(one.evaluate(STATUSES)).isEqualTo(List.of(200));
      assertThat(two.evaluate(STATUSES)).isEqualTo(List.of(200));
    }
    assertThat(asked.stream().filter("auth/refresh"::equals))
        .hasSizeBetween(ROUNDS, ROUNDS + LATE_NEWS);
  }

  @Test
  void aLogoutIsHeardInTheOtherTab(Visitor visitor) {
    Page one = tab(visitor);
    Page two = anotherTab(visitor);

    one.evaluate("() => client.logout()");

    two.waitForFunction("() => heard.includes('logout')");
    assertThat(one.evaluate("heard")).isEqualTo(List.of("logout"));
  }

  /** Though the other origin would have it, by CORS, and Chromium lets pages call this machine. */
  @Test
  void theProofIsNotCarriedToAnotherOrigin(Visitor visitor) throws IOException {
    visitor.expectComplaint("Unsafe attempt to load URL");
    visitor.page().context().grantPermissions(List.of("local-network-access"));
    HttpServer other =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    other.createContext("/", this::take);
    other.start();
    try {
      redirectedTo = "http://127.0.0.1:" + other.getAddress().getPort() + "/";

      Object outcome =
          tab(visitor)
              .evaluate(
                  "() => client.fetch('/signet/api/elsewhere', { method: 'POST' })"
                      + ".catch((failure) => failure.name)");

      assertThat(outcome).isEqualTo("TypeError");
      assertThat(taken).isEmpty();
    } finally {
      other.stop(0);
    }
  }

  private void take(HttpExchange exchange) throws IOException {
    taken.add(exchange.getRequestMethod());
    exchange.getResponseHeaders().add("Access-Control-Allow-Origin", "*");
    exchange.getResponseHeaders().add("Access-Control-Allow-Headers", "*");
    exchange.sendResponseHeaders(204, -1);
    exchange.close();
  }

  private Page tab(Visitor visitor) {
    BrowserContext context = visitor.page().context();
    context.addCookies(List.of(Visitor.cookieOfSignet("csrf", "proof")));
    context.route("**/signet/a-page", route -> fulfill(route, 200, "text/html", PAGE));
    context.route("**/signet/api/**", this::answer);
    context.route(
        "**/signet/assets/signet.js",
        route -> route.fulfill(new Route.FulfillOptions().setPath(CLIENT)));
    visitor.open("/a-page");
    visitor.page().waitForFunction("() => window.client");
    return visitor.page();
  }

  private static Page anotherTab(Visitor visitor) {
    visitor.inNewTab();
    visitor.open("/a-page");
    visitor.page().waitForFunction("() => window.client");
    return visitor.page();
  }

  private void answer(Route route) {
    String path = route.request().url().replaceFirst(".*/signet/api/", "");
    asked.add(path);
    assertThat(route.request().headers().get("x-csrf-token"))
        .isEqualTo(route.request().method().equals("GET") ? null : "proof");
    switch (path) {
      case "auth/refresh" -> {
        expired = false;
        json(route, 200, "{\"expires_in\":300,\"refresh_expires_in\":1800}");
      }
      case "auth/logout" -> route.fulfill(new Route.FulfillOptions().setStatus(204));
      case "elsewhere" -> {
        Map<String, String> headers = Map.of("Location", redirectedTo);
        route.fulfill(new Route.FulfillOptions().setStatus(307).setHeaders(headers));
      }
      default -> json(route, expired ? 401 : 200, "{\"code\":\"not_authenticated\"}");
    }
  }

  private static void json(Route route, int status, String body) {
    fulfill(route, status, "application/json", body);
  }

  private static void fulfill(Route route, int status, String mediaType, String body) {
    route.fulfill(
        new Route.FulfillOptions().setStatus(status).setContentType(mediaType).setBody(body));
  }
}
