package dev.signet.asset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.wire.Answer;
import dev.signet.wire.Signet;
import dev.signet.wire.WireTest;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code GET /assets/<name>}: the files that pages load. */
@WireTest
class AssetsIT {

  private static final Pattern LOADED = Pattern.compile("(?:href|src)=\"/signet(/assets/[^\"]+)\"");

  @Test
  void aPageLoadsNothingElseAndAllOfItIsThereForEver() {
    List<String> paths = loaded();

    assertThat(paths).hasSizeGreaterThanOrEqualTo(4).anyMatch(path -> path.endsWith(".js"));
    for (String path : paths) {
      Answer asset = Signet.get(path);
      assertThat(asset.status()).as(path).isEqualTo(200);
      assertThat(asset.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
      assertThat(asset.header("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(asset.header("Set-Cookie")).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "style.css, text/css;charset=UTF-8",
    "brand.css, text/css;charset=UTF-8",
    "page.js, text/javascript;charset=UTF-8",
    "logo.svg, image/svg+xml"
  })
  void whatIsAskedForWithoutItsHashMayChange(String name, String type) {
    Answer asset = Signet.get("/assets/" + name);

    assertThat(asset.status()).isEqualTo(200);
    assertThat(asset.header("Cache-Control")).isEqualTo("no-cache");
    assertThat(asset.header("Content-Type")).isEqualToIgnoringWhitespace(type);
    assertThat(asset.header("ETag")).matches("\"[0-9a-f]{16}\"");
  }

  @Test
  void aBrowserThatHasItIsNotSentItAgain() {
    for (String path : List.of("/assets/style.css", loaded().get(0))) {
      Answer first = Signet.get(path);
      Answer again =
          Signet.send(Signet.request(path).header("If-None-Match", first.header("ETag")));
      Answer other = Signet.send(Signet.request(path).header("If-None-Match", "\"other\""));

      assertThat(again.status()).isEqualTo(304);
      assertThat(again.body()).isEmpty();
      assertThat(again.header("Cache-Control")).isEqualTo(first.header("Cache-Control"));
      assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
      assertThat(other.status()).isEqualTo(200);
    }
  }

  /** An SVG file is a document to who opens it by itself. */
  @Test
  void aPictureRunsNoScript() {
    assertThat(Signet.get("/assets/logo.svg").header("Content-Security-Policy"))
        .startsWith("default-src 'none'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/assets",
        "/assets/",
        "/assets/nothing.css",
        "/assets/style.0123456789abcdef.css",
        "/assets/..%2fpages%2flayout.html",
        "/assets/%2e%2e/%2e%2e/META-INF/persistence.xml",
        "/assets/..%5cpages%5clayout.html",
        "/assets/layout.html",
        "/assets/style.css/x",
        "/assets/style.css%00.js"
      })
  void nothingElseIsThere(String path) {
    Answer answer = Signet.get(path);

    assertThat(answer.status()).isIn(400, 404);
    assertThat(answer.header("Cache-Control")).doesNotContain("immutable");
    assertThat(answer.body()).doesNotContain("{%").doesNotContain("<persistence");
  }

  private static List<String> loaded() {
    return LOADED
        .matcher(Signet.get("/forgot-password").body())
        .results()
        .map(MatchResult::group)
        .map(attribute -> attribute.replaceFirst(".*\"/signet", "").replace("\"", ""))
        .distinct()
        .toList();
  }
}
