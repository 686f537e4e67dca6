package dev.signet.token;

import dev.signet.problem.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The claims of a token, each of the type it must have or else the token is invalid. */
record Claims(Map<String, Object> values) {

  private static final long YEAR_9999 = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

  boolean has(String claim) {
    return values.containsKey(claim);
  }

  String text(String claim) {
    return as(String.class, claim);
  }

  int number(String claim) {
    return (int) whole(claim, Integer.MAX_VALUE);
  }

  UUID uuid(String claim) {
    try {
      return UUID.fromString(text(claim));
    } catch (IllegalArgumentException notUuid) {
      throw Problem.TOKEN_INVALID.refusal();
    }
  }

  /** A NumericDate (RFC 7519 §2): whole seconds since 1970. */
  Instant time(String claim) {
    return Instant.ofEpochSecond(whole(claim, YEAR_9999));
  }

  /** A NumericDate that may be missing. */
  Optional<Instant> optionalTime(String claim) {
    return has(claim) ? Optional.of(time(claim)) : Optional.empty();
  }

  /** A string or a list of strings. */
  List<String> texts(String claim) {
    @Nullable Object value = values.get(claim);
    if (value instanceof String text) {
      return List.of(text);
    }
    if (value instanceof List<?> list) {
      return list.stream().map(Objects::toString).toList();
    }
    throw Problem.TOKEN_INVALID.refusal();
  }

  private long whole(String claim, long most) {
    long number = as(Long.class, claim);
    if (number < 0 || number > most) {
      throw Problem.TOKEN_INVALID.refusal();
    }
    return number;
  }

  private <T> T as(Class<T> type, String claim) {
    @Nullable Object value = values.get(claim);
    if (!type.isInstance(value)) {
      throw Problem.TOKEN_INVALID.refusal();
    }
    return type.cast(value);
  }
}
