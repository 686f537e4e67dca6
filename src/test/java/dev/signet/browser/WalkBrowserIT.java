package dev.signet.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.WaitForSelectorState;
import dev.signet.wire.Eventually;
import dev.signet.wire.Person;
import dev.signet.wire.ServerProcess;
import dev.signet.wire.Signet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a new user does, on servers whose tokens expire within seconds, with a refresh cookie and
 * without; and what {@code signet.js} does there.
 */
@BrowserTest
@Tag("startup")
class WalkBrowserIT {

  private static final String START =
      "async () => { const { signet } = await import('/signet/assets/signet.js');"
          + " window.heard = []; window.client = signet();"
          + " for (const type of ['login', 'logout']) "
          + " client.addEventListener(type, () => heard.push(type)); }";

  private static final String LOGIN =
      "([username, password]) => client.login({ username, password })"
          + ".then((user) => user.username, (failure) => failure.code)";

  private static final String WHO = "async () => (await client.me())?.username ?? null";

  private static final Map<String, ServerProcess> SERVERS = new HashMap<>();

  private final Person kim = Person.stranger();

  @BeforeAll
  static void start() {
    for (String refresh : List.of("cookie", "session")) {
      SERVERS.put(
          refresh,
          ServerProcess.start(
              ServerProcess.folder("walk-" + refresh),
              ServerProcess.war(),
              Map.of(
                  "SIGNET_LOGIN_TRANSPORT", "cookie",
                  "SIGNET_LOGIN_COOKIE_REFRESH", refresh,
                  "SIGNET_TOKEN_ACCESS_LIFETIME", "PT4S",
                  "SIGNET_SESSION_ROTATION_GRACE", "PT2S",
                  "SIGNET_SESSION_BROWSER_IDLE_LIFETIME", "PT65S")));
    }
    SERVERS.values().forEach(ServerProcess::awaitReady);
  }

  @AfterAll
  static void stop() {
    SERVERS.values().forEach(ServerProcess::close);
    SERVERS.values().forEach(ServerProcess::expectQuietLog);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cookie", "session"})
  void aNewUserIsRefreshedSilentlyAndLogsOut(String refresh, Visitor visitor) {
    ServerProcess server = server(refresh);
    visitor.open(server.uri("/"));
    visitor.follow("Create an account");
    visitor.fill("Username", kim.username());
    visitor.fill("E-mail address", kim.email());
    visitor.fill("Password", Signet.PASSWORD);
    visitor.press("Create account");
    assertThat(visitor.heading()).isEqualTo("My account");
    assertThat(visitor.text()).contains(kim.username());

    Page first = visitor.inNewTab();
    visitor.open(server.uri("/account"));
    assertThat(visitor.heading()).isEqualTo("My account");
    awaitAnother(visitor);
    awaitAnother(visitor);
    assertThat(visitor.path()).isEqualTo("/signet/account");
    assertThat(first.url()).endsWith("/signet/account");

    visitor.page().route("**/signet/logout", route -> answerAfterTold(route, first));
    visitor.press("Log out");
    assertThat(visitor.text()).contains("You are logged out.");
  }

  /** The other tab notices that there is no session, and says so, before the logout is answered. */
  private static void answerAfterTold(Route logout, Page other) {
    APIResponse answer = logout.fetch(new Route.FetchOptions().setMaxRedirects(0));
    other.waitForURL("**/signet/login?continue=**");
    logout.fulfill(new Route.FulfillOptions().setResponse(answer));
  }

  @ParameterizedTest
  @ValueSource(strings = {"cookie", "session"})
  void aScriptLogsInCallsOnAfterExpiryAndLogsOut(String refresh, Visitor visitor) {
    ServerProcess server = server(refresh);
    signUp(server);
    visitor.open(server.uri("/forgot-password"));
    Page page = visitor.page();
    page.evaluate(START);
    assertThat(page.evaluate(WHO)).isNull();
    assertThat(page.evaluate(LOGIN, List.of(kim.username(), "find-me-in-a-log wrongly")))
        .isEqualTo("no_active_account");

    assertThat(page.evaluate(LOGIN, List.of(kim.username(), Signet.PASSWORD)))
        .isEqualTo(kim.username());
    assertThat(visitor.cookie("refresh").isPresent()).isEqualTo(refresh.equals("cookie"));

    String token = access(visitor).orElseThrow();
    Eventually.get(
        () -> server.get("/api/me", token).body(), body -> body.contains("Token is expired"));
    assertThat(page.evaluate(WHO)).isEqualTo(kim.username());
    assertThat(access(visitor)).isPresent().isNotEqualTo(Optional.of(token));

    page.evaluate("() => client.logout()");
    assertThat(page.evaluate(WHO)).isNull();
    assertThat(access(visitor)).isEmpty();
    assertThat(page.evaluate("heard")).isEqualTo(List.of("login", "logout"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"cookie", "session"})
  void whoIsIdleIsWarnedAndMayStay(String refresh, Visitor visitor) {
    ServerProcess server = server(refresh);
    signUp(server);
    visitor.open(server.uri("/login"));
    visitor.logIn(kim);

    Locator warning = visitor.page().getByText("You will be logged out soon");
    warning.waitFor();
    visitor.examine("account-idle-" + refresh);
    visitor.named(AriaRole.BUTTON, "Stay logged in").click();

    warning.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    assertThat(visitor.page()).hasTitle(Pattern.compile("My account.*"));
  }

  private void signUp(ServerProcess server) {
    assertThat(server.post("/api/auth/signup", kim.signupRequest()).status()).isEqualTo(201);
  }

  /** The one that a page loads with may be followed by another at once. */
  private static void awaitAnother(Visitor visitor) {
    Optional<String> before = access(visitor);
    Eventually.get(() -> access(visitor), now -> now.isPresent() && !now.equals(before));
  }

  private static Optional<String> access(Visitor visitor) {
    return visitor.cookie("access").map((Cookie cookie) -> cookie.value);
  }

  private static ServerProcess server(String refresh) {
    return Optional.ofNullable(SERVERS.get(refresh)).orElseThrow();
  }
}
