package dev.signet.simplejwt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.wire.Answer;
import dev.signet.wire.Signet;
import dev.signet.wire.WireTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** OPTIONS at the URLs of the Simple JWT API, and the methods that they do not take. */
@WireTest
class MetadataIT {

  private static final String TOKEN = "/api/token";
  private static final List<String> PATHS =
      List.of("", "/refresh", "/verify", "/blacklist", "/sliding", "/sliding/refresh");

  @ParameterizedTest
  @CsvSource({
    "'', OBTAIN",
    "/, OBTAIN",
    "/refresh, REFRESH",
    "/refresh/, REFRESH",
    "/verify, VERIFY",
    "/verify/, VERIFY",
    "/blacklist, BLACKLIST",
    "/blacklist/, BLACKLIST",
    "/sliding, OBTAIN_SLIDING",
    "/sliding/, OBTAIN_SLIDING",
    "/sliding/refresh, REFRESH_SLIDING",
    "/sliding/refresh/, REFRESH_SLIDING",
  })
  void saysWhatAUrlTakes(String path, TokenMetadata metadata) {
    Answer answer = send("OPTIONS", TOKEN + path);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith("application/json");
    assertThat(answer.header("Allow")).isEqualTo("POST, OPTIONS");
    assertThat(answer.body()).isEqualTo(metadata.json().toString());
  }

  /** A method is routed to one of two classes with the same path. */
  @ParameterizedTest
  @MethodSource("paths")
  void stillTakesAPost(String path) {
    assertThat(Signet.postJson(path, "{}").body()).contains("This field is required.");
  }

  @ParameterizedTest
  @MethodSource("otherMethods")
  void takesNoOtherMethod(String method, String path) {
    Answer answer = send(method, path);

    assertThat(answer.status()).isEqualTo(405);
    assertThat(allowed(answer)).containsExactlyInAnyOrder("POST", "OPTIONS");
    assertThat(answer.body())
        .isEqualTo(
            "{\"detail\":\"Method \\\"%s\\\" not allowed.\",\"code\":\"method_not_allowed\"}"
                .formatted(method));
  }

  @ParameterizedTest
  @MethodSource("paths")
  void answersHeadWithoutABody(String path) {
    Answer answer = send("HEAD", path);

    assertThat(answer.status()).isEqualTo(405);
    assertThat(allowed(answer)).containsExactlyInAnyOrder("POST", "OPTIONS");
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void knowsNoOtherUrl() {
    assertThat(send("OPTIONS", "/api/token/nothing").status()).isEqualTo(404);
  }

  static Stream<String> paths() {
    return PATHS.stream().flatMap(path -> Stream.of(TOKEN + path, TOKEN + path + "/"));
  }

  static Stream<Arguments> otherMethods() {
    return paths()
        .flatMap(
            path ->
                Stream.of("GET", "PUT", "DELETE", "PATCH")
                    .map(method -> Arguments.of(method, path)));
  }

  private static Answer send(String method, String path) {
    return Signet.send(Signet.request(path).method(method, BodyPublishers.noBody()));
  }

  private static List<String> allowed(Answer answer) {
    return Arrays.stream(answer.header("Allow").split(",", -1)).map(String::strip).toList();
  }
}
