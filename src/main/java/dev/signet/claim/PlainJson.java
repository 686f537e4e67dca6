package dev.signet.claim;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a contributor says, made of what JSON has and nothing else: no library that writes it needs
 * to guess, and each writes the same.
 */
final class PlainJson {

  /** The numbers that every library writes as they are. */
  private static final Set<Class<? extends Number>> COMMON =
      Set.of(Integer.class, Long.class, Double.class, BigInteger.class, BigDecimal.class);

  private PlainJson() {}

  /**
   * A value as JSON; empty for null.
   *
   * @throws IllegalArgumentException when it is, or has in it, a number that is not finite
   */
  static Optional<Object> of(@Nullable Object value) {
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof Number number) {
      return Optional.of(number(number));
    }
    if (value instanceof Collection<?> values) {
      return Optional.of(array(values));
    }
    if (value instanceof Map<?, ?> members) {
      return Optional.of(object(members));
    }
    return Optional.of(value instanceof Boolean ? value : value.toString());
  }

  private static Number number(Number number) {
    if (!Double.isFinite(number.doubleValue())) {
      throw new IllegalArgumentException(number + " is too large or no number");
    }
    return COMMON.contains(number.getClass()) ? number : new BigDecimal(number.toString());
  }

  private static List<Object> array(Collection<?> values) {
    return values.stream().map(PlainJson::of).flatMap(Optional::stream).toList();
  }

  /** In the order of the names, so that every node writes the same token. */
  private static Map<String, Object> object(Map<?, ?> members) {
    Map<String, Object> object = new TreeMap<>();
    members.forEach((name, value) -> of(value).ifPresent(json -> object.put("" + name, json)));
    return object;
  }
}
