package dev.signet.brand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ColourTest {

  @ParameterizedTest
  @ValueSource(strings = {"#12345", "#1234567", "123456", "#12345g", "red", "", "#fff", "#000000;"})
  void isSixHexadecimalDigits(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Colour.of(text));
  }

  @Test
  void isWrittenAsItWasRead() {
    assertThat(Colour.of("#00Ab0f")).hasToString("#00ab0f");
  }

  /** The last two are on either side of 4.5, as every checker of contrast says. */
  @ParameterizedTest
  @CsvSource({
    "#000000, #ffffff, 21",
    "#ffffff, #ffffff, 1",
    "#777777, #ffffff, 4.48",
    "#767676, #ffffff, 4.54",
  })
  void hasTheContrastOfWcag(String one, String other, double contrast) {
    assertThat(Colour.of(one).contrast(Colour.of(other))).isCloseTo(contrast, within(0.005));
    assertThat(Colour.of(other).contrast(Colour.of(one))).isCloseTo(contrast, within(0.005));
  }

  @ParameterizedTest
  @CsvSource({
    "#2f5bd7, #ffffff",
    "#ffcc00, #000000",
    "#707070, #ffffff",
    "#000000, #ffffff",
    "#ffffff, #000000"
  })
  void isWrittenOnInBlackOrWhite(String colour, String text) {
    assertThat(Colour.of(colour).text()).isEqualTo(Colour.of(text));
  }

  @Test
  void canAlwaysBeWrittenOn() {
    for (int grey = 0; grey < 256; grey++) {
      Colour colour = new Colour(grey * 0x010101);
      assertThat(colour.contrast(colour.text())).isGreaterThanOrEqualTo(Colour.READABLE);
    }
  }

  @Test
  void staysAsItIsWhereItCanBeRead() {
    Colour blue = Colour.of("#2f5bd7");
    assertThat(blue.readableOn(Colour.WHITE)).isEqualTo(blue);
  }

  @ParameterizedTest
  @CsvSource({"#ffcc00, #ffffff", "#2f5bd7, #181e27", "#ffffff, #ffffff", "#777777, #ffffff"})
  void isChangedNoMoreThanItMustBeToBeRead(String colour, String surface) {
    Colour readable = Colour.of(colour).readableOn(Colour.of(surface));
    assertThat(readable.contrast(Colour.of(surface))).isBetween(4.5, 4.8);
  }

  @Test
  void isMixed() {
    assertThat(Colour.of("#102030").mixedWith(Colour.of("#304010"), 50)).hasToString("#203020");
    assertThat(Colour.WHITE.mixedWith(Colour.BLACK, 0)).isEqualTo(Colour.WHITE);
    assertThat(Colour.WHITE.mixedWith(Colour.BLACK, 100)).isEqualTo(Colour.BLACK);
  }
}
