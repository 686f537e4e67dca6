package dev.signet.authorize;

import static dev.signet.wire.OAuthClient.TRUSTED;
import static dev.signet.wire.OAuthClient.WEB;
import static dev.signet.wire.OAuthClient.answered;
import static dev.signet.wire.OAuthClient.browserOf;
import static dev.signet.wire.OAuthClient.path;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.wire.Answer;
import dev.signet.wire.CookieClient;
import dev.signet.wire.Detour;
import dev.signet.wire.Eventually;
import dev.signet.wire.OpenTransaction;
import dev.signet.wire.Person;
import dev.signet.wire.Rows;
import dev.signet.wire.Signet;
import dev.signet.wire.WireTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose account another node has taken away, and this one has not heard of that. */
@WireTest
class GoneAccountIT {

  private static final String DISABLE = "update account set state = 'DISABLED' where id = ?";
  private static final String LOCK = "select id from account where id = ? for update";
  private static final String DELETE = "delete from account where id = ?";

  private final Person person = Person.stranger();
  private UUID account;
  private CookieClient browser;

  @BeforeEach
  void logIn() {
    account = person.signUp().accountId();
    browser = browserOf(person);
  }

  /** */
  @ParameterizedTest
  @ValueSource(strings = {DISABLE, DELETE})
  void isRefreshedForByNobody(String end) {
    String token = TRUSTED.exchange(TRUSTED.code(browser, "openid")).text("refresh_token");

    Rows.change(end, account);

    assertThat(TRUSTED.refresh(token).text("error")).isEqualTo("invalid_grant");
  }

  @ParameterizedTest
  @ValueSource(strings = {DISABLE, DELETE})
  void comesToTheLoginAndNoFurther(String end) {
    Detour consent = Detour.of(browser, WEB.request());
    Rows.change(end, account);

    for (Map<String, String> request :
        List.of(WEB.request(), TRUSTED.request(), TRUSTED.requestWith("prompt", "login"))) {
      assertIsLogin(browser.get(path(request)));
    }
    assertIsLogin(follow(consent.page()));
    assertIsLogin(browser.get(Detour.next(consent.decide("allow"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {DISABLE, DELETE})
  void isNobodyToAClientThatWantsNoPage(String end) {
    Rows.change(end, account);

    assertThat(answered(browser.get(path(TRUSTED.requestWith("prompt", "none")))))
        .containsEntry("error", "login_required");
  }

  @ParameterizedTest
  @ValueSource(strings = {DISABLE, DELETE})
  void makesWayForAnother(String end) {
    Rows.change(end, account);
    Person other = Person.signedUp();
    Detour login = Detour.of(browser, TRUSTED.request());

    Answer page =
        browser.submit(
            "/login",
            Map.of(
                "username", other.username(),
                "password", Signet.PASSWORD,
                "continue", login.onward()));

    assertThat(answered(browser.get(Detour.next(page)))).containsKey("code");
  }

  @Test
  void isGivenNoCodeWhereItIsDeletedMeanwhile() {
    Answer answer = whileDeleted(() -> browser.get(path(TRUSTED.request())));

    assertThat(answered(answer)).containsEntry("error", "login_required");
  }

  @Test
  void allowsNothingWhereItIsDeletedMeanwhile() {
    Detour consent = Detour.of(browser, WEB.request());

    Answer page = whileDeleted(() -> consent.decide("allow"));

    assertIsLogin(browser.get(Detour.next(page)));
  }

  /** Nor does the deletion wait for what waits for it. */
  @Test
  void isGivenNoTokensForACodeWhereItIsDeletedMeanwhile() {
    String code = TRUSTED.code(browser, "openid");

    Answer answer = whileDeleted(() -> TRUSTED.exchange(code));

    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(answer.text("error")).isEqualTo("invalid_grant");
  }

  /**
   * Sends a request that comes upon the account before it is gone, and ends after that. As in
   * another node's deletion, the account is locked first, and what is of it goes with it.
   */
  private Answer whileDeleted(Supplier<Answer> request) {
    try (OpenTransaction deletion = Rows.begin(LOCK, account)) {
      CompletableFuture<Answer> answer = CompletableFuture.supplyAsync(request);
      Eventually.get(() -> deletion.waiting() > 0 || answer.isDone(), comeUponIt -> comeUponIt);
      deletion.add(DELETE, account);
      deletion.commit();
      return answer.join();
    }
  }

  private void assertIsLogin(Answer answer) {
    assertThat(answer.header("Location")).startsWith("/signet/login?again=other&");
    Answer page = follow(answer);
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body()).contains("name=\"password\"");
  }

  private Answer follow(Answer redirect) {
    assertThat(redirect.status()).as(redirect.body()).isEqualTo(303);
    return browser.get(redirect.header("Location").substring("/signet".length()));
  }
}
