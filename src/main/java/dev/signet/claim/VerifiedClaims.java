package dev.signet.claim;

import dev.signet.problem.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The claims of a token whose proof is good, each of the type it must have, or else the token is
 * invalid: {@link Problem#TOKEN_INVALID}.
 */
public record VerifiedClaims(Map<String, Object> values) {

  private static final long YEAR_9999 = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

  /** Whether there is such a claim. */
  public boolean has(String claim) {
    return values.containsKey(claim);
  }

  /** A claim that is text. */
  public String text(String claim) {
    return as(String.class, claim);
  }

  /** A claim that is a whole number. */
  public int number(String claim) {
    return (int) whole(claim, Integer.MAX_VALUE);
  }

  /** A claim that is a UUID. */
  public UUID uuid(String claim) {
    try {
      return UUID.fromString(text(claim));
    } catch (IllegalArgumentException notUuid) {
      throw Problem.TOKEN_INVALID.refusal();
    }
  }

  /** A NumericDate (RFC 7519 §2): whole seconds since 1970. */
  public Instant time(String claim) {
    return Instant.ofEpochSecond(whole(claim, YEAR_9999));
  }

  /** A NumericDate that may be missing. */
  public Optional<Instant> optionalTime(String claim) {
    return has(claim) ? Optional.of(time(claim)) : Optional.empty();
  }

  /** A string or a list of strings. */
  public List<String> texts(String claim) {
    @Nullable Object value = values.get(claim);
    if (value instanceof String text) {
      return List.of(text);
    }
    if (value instanceof List<?> list) {
      return list.stream().map(Objects::toString).toList();
    }
    throw Problem.TOKEN_INVALID.refusal();
  }

  /** A claim that is text, where there is one. */
  public Optional<String> optionalText(String claim) {
    return has(claim) ? Optional.of(text(claim)) : Optional.empty();
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
