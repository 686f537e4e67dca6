package dev.signet.oidc;

import dev.signet.input.FormBody;
import dev.signet.oauth.OAuthError;
import dev.signet.oauth.OAuthException;
import dev.signet.oauth.OAuthForm;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a request shows its bearer token: in the header (<a
 * href="https://www.rfc-editor.org/rfc/rfc6750#section-2.1">RFC 6750 §2.1</a>) or in a form (§2.2),
 * and never in its address, which logs keep (RFC 9700 §4.3.2).
 */
final class ShownToken {

  private static final String PARAMETER = "access_token";

  private ShownToken() {}

  /**
   * The token that a request shows.
   *
   * @throws OAuthException where it shows none, or one in a way that it may not, or two
   */
  static String of(HttpHeaders headers, UriInfo address, Optional<InputStream> body) {
    try {
      return only(headers, address, body);
    } catch (OAuthException refusal) {
      throw refusal.ofBearer();
    }
  }

  private static String only(HttpHeaders headers, UriInfo address, Optional<InputStream> body) {
    if (address.getQueryParameters().containsKey(PARAMETER)) {
      throw OAuthError.INVALID_REQUEST.because("No token may stand in an address.");
    }
    List<String> tokens =
        Stream.concat(
                inHeader(headers).stream(),
                body.flatMap(form -> inForm(headers.getMediaType(), form)).stream())
            .toList();
    if (tokens.size() > 1) {
      throw OAuthError.INVALID_REQUEST.because("The token is shown in two ways.");
    }
    return tokens.stream()
        .findFirst()
        .orElseThrow(() -> OAuthError.TOKEN_MISSING.because("No token is shown."));
  }

  private static Optional<String> inHeader(HttpHeaders headers) {
    List<String> values =
        Optional.ofNullable(headers.getRequestHeader(HttpHeaders.AUTHORIZATION)).orElse(List.of());
    if (values.size() > 1) {
      throw OAuthError.INVALID_REQUEST.because("There are two Authorization headers.");
    }
    return values.stream().findFirst().flatMap(ShownToken::afterScheme);
  }

  private static Optional<String> afterScheme(String authorization) {
    String[] words = authorization.strip().split("\\s+", -1);
    if (!words[0].equalsIgnoreCase("Bearer")) {
      return Optional.empty();
    }
    if (words.length != 2) {
      throw OAuthError.INVALID_REQUEST.because("The Authorization header is not one token.");
    }
    return Optional.of(words[1]);
  }

  private static Optional<String> inForm(@Nullable MediaType type, InputStream body) {
    if (type == null || !MediaType.APPLICATION_FORM_URLENCODED_TYPE.isCompatible(type)) {
      return Optional.empty();
    }
    return FormBody.text(body)
        .map(OAuthForm::parse)
        .orElseThrow(() -> OAuthError.INVALID_REQUEST.because("The body is too large."))
        .optional(PARAMETER);
  }
}
