package dev.signet.oauth;

import com.nimbusds.oauth2.sdk.util.URLUtils;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The parameters of an OAuth request, each once (RFC 6749 §3.2) but for {@code resource}; one
 * without a value counts as left out (§3.1).
 */
public record OAuthForm(Map<String, List<String>> parameters) {

  public OAuthForm {
    parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
  }

  /** Those of a query or of a body (application/x-www-form-urlencoded). */
  public static OAuthForm parse(String text) {
    return new OAuthForm(URLUtils.parseParameters(text));
  }

  /**
   * The value of a parameter that may be left out.
   *
   * @throws OAuthException {@link OAuthError#INVALID_REQUEST} where there are several
   */
  public Optional<String> optional(String name) {
    List<String> values = parameters.getOrDefault(name, List.of());
    if (values.size() > 1) {
      throw OAuthError.INVALID_REQUEST.because("A parameter is there twice.");
    }
    if (values.stream().anyMatch(value -> value.indexOf('\0') >= 0)) {
      throw OAuthError.INVALID_REQUEST.because("A parameter holds a null character.");
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
