package dev.signet.brand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.signet.platform.TestSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AssetsTest {

  private final Assets assets = Assets.of(PageSettings.from(TestSettings.shipped()));

  @Test
  void areAllThatLiesInTheFolder() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/main/resources/assets"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(Assets.SHIPPED);
    }
  }

  @Test
  void areFoundByTheirNameAndByTheirHash() {
    Asset style = assets.named("style.css");

    assertThat(style.hashedName()).matches("style\\.[0-9a-f]{16}\\.css");
    assertThat(assets.findHashed(style.hashedName())).contains(style);
    assertThat(assets.find("style.css")).contains(style);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "style.0123456789abcdef.css",
        "nothing.0123456789abcdef.css",
        "style.css",
        "../style.css",
        ""
      })
  void areNotFoundByAnotherHash(String name) {
    assertThat(assets.findHashed(name)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"nothing.css", "../META-INF/persistence.xml", "", "/", "style"})
  void areNothingElse(String name) {
    assertThat(assets.find(name)).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> assets.named(name));
  }

  @ParameterizedTest
  @CsvSource({
    "style.css, text/css;charset=UTF-8",
    "signet.js, text/javascript;charset=UTF-8",
    "signet.d.ts, text/plain;charset=UTF-8",
    "logo.svg, image/svg+xml",
    "logo.png, image/png"
  })
  void sayOfWhichTypeTheyAre(String name, String type) {
    assertThat(Asset.of(name, "").type()).isEqualTo(type);
  }

  @Test
  void haveTheHashInFrontOfTheLastPartOfTheirName() {
    assertThat(Asset.of("signet.d.ts", "").hashedName()).matches("signet\\.d\\.[0-9a-f]{16}\\.ts");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.html", "a.exe", "css", "a.CSS", "a.", ".css"})
  void areOfNoOtherType(String name) {
    assertThat(Asset.isServed(name)).isFalse();
  }
}
