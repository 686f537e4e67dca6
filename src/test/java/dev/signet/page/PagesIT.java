package dev.signet.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.wire.Answer;
import dev.signet.wire.Signet;
import dev.signet.wire.WireTest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
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
    "GET, /verify-email/nothing, 404"
  })
  void anErrorIsAPage(String method, String path, int status) {
    assertIsPage(Signet.send(Signet.request(path).method(method, BodyPublishers.noBody())), status);
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
