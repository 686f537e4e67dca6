package dev.signet.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.wire.Answer;
import dev.signet.wire.Signet;
import dev.signet.wire.WireTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person sees who comes to a page by a way that nobody meant. */
@WireTest
class PagesIT {

  @ParameterizedTest
  @CsvSource({
    "PUT, /verify-email, 405",
    "DELETE, /reset-password, 405",
    "PATCH, /forgot-password, 405",
    "GET, /verify-email/nothing, 404",
    "GET, /nothing, 404",
    "POST, /nothing/at/all, 404"
  })
  void anErrorIsAPage(String method, String path, int status) {
    assertIsPage(Signet.send(Signet.request(path).method(method, BodyPublishers.noBody())), status);
  }

  /** Before Jakarta REST sees it. WildFly answers what is below WEB-INF with nothing at all. */
  @Test
  @EnabledIfSystemProperty(named = "arquillian.launch", matches = "payara")
  void whatTheServerRefusesIsAPage() {
    assertIsPage(Signet.get("/WEB-INF/web.xml"), 404);
    assertSpeaksKorean(inEnglish("/WEB-INF/web.xml", "signet-language=ko"));
  }

  @Test
  void thePageOfSuchErrorsIsNotThereByItself() {
    assertIsPage(Signet.get("/error-page"), 404);
    assertThat(Signet.get("/error-page").body()).contains("Page not found");
  }

  @Test
  void aPageThatIsNotThereHasAWayHome() {
    assertThat(Signet.get("/nothing").body()).contains("Page not found", "href=\"/signet/\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/nothing", "/oauth2/nothing", "/health/nothing", "/assets/nothing"})
  void aProgramIsToldInJson(String path) {
    Answer answer = Signet.send(Signet.request(path).header("Accept", "text/html"));

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.text("code")).isEqualTo("not_found");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
  }

  @Test
  void whoWantsNoPageIsToldInJson() {
    Answer answer = Signet.send(Signet.request("/nothing").header("Accept", "application/json"));

    assertThat(answer.text("code")).isEqualTo("not_found");
  }

  /** No script and nothing of others'; a form must be able to say where it is from. */
  @Test
  void aPageAllowsItselfLittle() {
    Answer page = Signet.get("/forgot-password");

    assertThat(page.header("Content-Type")).isEqualToIgnoringWhitespace("text/html;charset=UTF-8");
    assertThat(page.header("Content-Security-Policy"))
        .isEqualTo(
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self';"
                + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors"
                + " 'none'");
    assertThat(page.header("Referrer-Policy")).isEqualTo("same-origin");
    assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(page.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
    assertThat(page.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
    assertThat(page.header("Strict-Transport-Security")).isEmpty();
  }

  @Test
  void aMistakeIsTiedToItsFieldAndWhatWasTypedComesBack() {
    Answer page = Signet.postForm("/forgot-password", Map.of("email", "<kim"));

    assertIsPage(page, 400);
    assertThat(page.body())
        .contains("<a href=\"#email\">Enter a valid email address.</a>")
        .containsPattern("<input id=\"email\"[^>]* value=\"&lt;kim\"[^>]* aria-invalid=\"true\"");
  }

  @Test
  void aLanguageThatWasChosenIsRemembered() {
    Answer chosen = inEnglish("/forgot-password?x=y&lang=ko", "");
    assertSpeaksKorean(chosen);
    assertThat(chosen.body()).contains("href=\"?x=y&amp;lang=en\"");
    String cookie = chosen.header("Set-Cookie");
    assertThat(cookie)
        .isEqualTo("signet-language=ko; Path=/signet; Max-Age=31536000; HttpOnly; SameSite=Lax");

    Answer later = inEnglish("/forgot-password", cookie.replaceFirst(";.*", ""));
    assertSpeaksKorean(later);
    assertThat(later.header("Set-Cookie")).isEmpty();
  }

  /** Also what Jakarta REST says, and the server: the language is not the browser's. */
  @ParameterizedTest
  @ValueSource(strings = {"/nothing", "/error-page", "/verify-email/resend/nothing"})
  void anErrorIsInTheLanguageThatWasChosen(String path) {
    assertSpeaksKorean(inEnglish(path, "signet-language=ko"));
  }

  @Test
  void aRefusalIsInTheLanguageThatWasChosen() {
    Answer page =
        Signet.send(
            Signet.request("/verify-email?lang=ko")
                .header("Accept-Language", "en")
                .method("PUT", BodyPublishers.noBody()));

    assertThat(page.body()).contains("요청을 처리하지 못했습니다").doesNotContain("not allowed");
  }

  @Test
  void theApiRemembersNoLanguage() {
    assertThat(Signet.get("/api/nothing?lang=ko").header("Set-Cookie")).isEmpty();
  }

  private static Answer inEnglish(String path, String cookie) {
    return Signet.send(
        Signet.request(path).header("Accept-Language", "en").header("Cookie", cookie));
  }

  private static void assertSpeaksKorean(Answer page) {
    assertThat(page.body()).contains("<html lang=\"ko\">");
    assertThat(page.header("Content-Language")).isEqualTo("ko");
    assertThat(page.header("Vary")).contains("Accept-Language").contains("Cookie");
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "text/plain", "multipart/form-data; boundary=x"})
  void aFormIsUrlencoded(String mediaType) {
    assertIsPage(Signet.post("/forgot-password", mediaType, "{}"), 415);
  }

  @Test
  void aBrokenFormIsAPage() {
    assertIsPage(
        Signet.post("/forgot-password", "application/x-www-form-urlencoded", "email=%zz"), 400);
    assertIsPage(
        Signet.post("/verify-email", "application/x-www-form-urlencoded", "x".repeat(70_000)), 413);
  }

  @Test
  void thePageOfAFormMayBeLoadedAgain() {
    assertIsPage(Signet.get("/verify-email/resend"), 200);
  }

  @Test
  void theApiAnswersNoPage() {
    Answer answer =
        Signet.send(
            Signet.request("/api/auth/password/forgot")
                .header("Accept", "text/html")
                .method("PUT", BodyPublishers.noBody()));

    assertThat(answer.header("Content-Type")).startsWith("application/json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/verify-email", "/api/auth/login"})
  void optionsDescribeNothingInAFormatOfTheServer(String path) {
    Answer answer = Signet.send(Signet.request(path).method("OPTIONS", BodyPublishers.noBody()));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).doesNotContain("wadl");
  }

  private static void assertIsPage(Answer answer, int status) {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).startsWith("text/html");
    assertThat(answer.body()).startsWith("<!DOCTYPE html>").doesNotContain("{\"");
    assertThat(answer.header("Content-Security-Policy")).contains("frame-ancestors 'none'");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
  }
}
