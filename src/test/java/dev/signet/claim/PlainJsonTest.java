package dev.signet.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlainJsonTest {

  @Test
  void isWhatJsonHas() {
    for (Object value :
        List.of("", "text", true, false, 7, 7L, 0.5, BigInteger.TEN, new BigDecimal("0.10"))) {
      assertThat(json(value)).isEqualTo(value);
    }
  }

  @Test
  void isNothingForNull() {
    Map<String, @Nullable Object> partly = new HashMap<>();
    partly.put("a", null);
    partly.put("b", 1);
    assertThat(PlainJson.of(null)).isEmpty();
    assertThat(json(Arrays.asList(1, null, 2))).isEqualTo(List.of(1, 2));
    assertThat(json(partly)).isEqualTo(Map.of("b", 1));
  }

  @Test
  void isTheTextOfAnythingElse() {
    UUID id = UUID.fromString("00000000-0000-0000-0000-000000000001");
    assertThat(json(id)).isEqualTo("00000000-0000-0000-0000-000000000001");
    assertThat(json(Instant.EPOCH)).isEqualTo("1970-01-01T00:00:00Z");
    assertThat(json(DayOfWeek.MONDAY)).isEqualTo("MONDAY");
    assertThat(json(URI.create("https://example.org/"))).isEqualTo("https://example.org/");
    assertThat(json('c')).isEqualTo("c");
  }

  @Test
  void isANumberThatEveryLibraryWrites() {
    assertThat(json((short) 7)).isEqualTo(new BigDecimal("7"));
    assertThat(json(0.1f)).isEqualTo(new BigDecimal("0.1"));
    assertThat(json(new AtomicLong(Long.MAX_VALUE)))
        .isEqualTo(new BigDecimal("9223372036854775807"));
  }

  /** The reader of a token would take it for infinity. */
  @Test
  void isNoNumberThatIsNotFinite() {
    for (Object odd :
        List.of(
            Double.NaN,
            Double.POSITIVE_INFINITY,
            Float.NEGATIVE_INFINITY,
            new BigDecimal("1e400"),
            BigInteger.TEN.pow(400))) {
      assertThatIllegalArgumentException().isThrownBy(() -> PlainJson.of(odd));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> PlainJson.of(Map.of("a", List.of(odd))));
    }
  }

  @Test
  void isSoAllTheWayDown() {
    UUID id = UUID.randomUUID();
    assertThat(json(Map.of("a", List.of(Map.of("b", id)))))
        .isEqualTo(Map.of("a", List.of(Map.of("b", id.toString()))));
  }

  @Test
  void isAListOfEveryCollection() {
    assertThat(json(new LinkedHashSet<>(List.of("b", "a")))).isEqualTo(List.of("b", "a"));
  }

  /** Two nodes answer a refresh that is asked again with the same token. */
  @Test
  void isInTheOrderOfNames() {
    Object object = json(Map.of("c", 3, "a", 1, DayOfWeek.MONDAY, 0, "b", 2));
    assertThat(object).hasToString("{MONDAY=0, a=1, b=2, c=3}");
  }

  private static Object json(Object value) {
    return PlainJson.of(value).orElseThrow();
  }
}
