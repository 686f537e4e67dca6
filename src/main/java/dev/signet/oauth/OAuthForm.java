package dev.signet.oauth;

import com.nimbusds.oauth2.sdk.util.URLUtils;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The parameters of an OAuth request, each once (RFC 6749 §3.2) but for {@code resource}; one
 * without a value counts as left out (§3.1). One that cannot be decoded is there, and is refused by
 * whoever reads it.
 */
public record OAuthForm(Map<String, List<String>> parameters) {

  /** What nobody may send stands for what nobody can read. */
  private static final String MALFORMED = "\0";

  public OAuthForm {
    parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
  }

  /**
   * Those of a query or of a body (application/x-www-form-urlencoded). The library reads one pair
   * at a time: of many it copies a list for each, and it passes over what it cannot decode.
   */
  public static OAuthForm parse(String text) {
    Map<String, List<String>> parameters = new HashMap<>();
    for (String pair : text.strip().split("&", -1)) {
      if (!pair.isEmpty()) {
        Map<String, List<String>> read = URLUtils.parseParameters(pair);
        (read.isEmpty() ? malformed(pair) : read)
            .forEach(
                (name, values) ->
                    parameters.computeIfAbsent(name, first -> new ArrayList<>()).addAll(values));
      }
    }
    return new OAuthForm(parameters);
  }

  /** By the name that it has, as far as that can be decoded. */
  private static Map<String, List<String>> malformed(String pair) {
    String name = pair.split("=", 2)[0];
    return Map.of(
        URLUtils.parseParameters(name).keySet().stream().findFirst().orElse(name),
        List.of(MALFORMED));
  }

  /**
   * The value of a parameter that may be left out.
   *
   * @throws OAuthException {@link OAuthError#INVALID_REQUEST} where there are several, or it is
   *     malformed
   */
  public Optional<String> optional(String name) {
    List<String> values = parameters.getOrDefault(name, List.of());
    if (values.size() > 1) {
      throw OAuthError.INVALID_REQUEST.because("A parameter is there twice.");
    }
    if (values.stream().anyMatch(value -> value.contains(MALFORMED))) {
      throw OAuthError.INVALID_REQUEST.because("A parameter is malformed.");
    }
    return values.stream().filter(value -> !value.isEmpty()).findFirst();
  }

  /**
   * The value of a parameter that must be there.
   *
   * @throws OAuthException {@link OAuthError#INVALID_REQUEST}
   */
  public String required(String name) {
    return optional(name)
        .orElseThrow(() -> OAuthError.INVALID_REQUEST.because(name + " is missing."));
  }

  /**
   * Refuses a request that has any parameter twice, but for the one that may be (<a
   * href="https://www.rfc-editor.org/rfc/rfc8707#section-2">RFC 8707 §2</a>).
   *
   * @throws OAuthException {@link OAuthError#INVALID_REQUEST}
   */
  public void refuseRepeated() {
    parameters.keySet().stream().filter(name -> !name.equals("resource")).forEach(this::optional);
  }

  /** As a body; of the same parameters always the same text. */
  public String text() {
    return URLUtils.serializeParameters(parameters);
  }

  /** Shows no value, wherever it is printed: some are secret. */
  @Override
  public String toString() {
    return "OAuthForm" + parameters.keySet();
  }
}
