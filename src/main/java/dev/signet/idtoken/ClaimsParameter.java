package dev.signet.idtoken;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.util.JSONObjectUtils;
import com.nimbusds.openid.connect.sdk.OIDCClaimsRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The parameter {@code claims} (OpenID Connect Core 1.0 §5.5), as the library reads it. */
final class ClaimsParameter {

  private static final List<String> PLACES = List.of("id_token", "userinfo");

  private ClaimsParameter() {}

  /** What it asks for; empty where it is malformed. */
  static Optional<OIDCClaimsRequest> parse(String json) {
    try {
      var request = JSONObjectUtils.parse(json);
      PLACES.forEach(place -> passOverIdentityAssurance(request.get(place)));
      return Optional.of(OIDCClaimsRequest.parse(request));
    } catch (ParseException | RuntimeException malformed) {
      return Optional.empty();
    }
  }

  /** Of which nothing is known here; the library would check it. */
  private static void passOverIdentityAssurance(@Nullable Object claims) {
    if (claims instanceof Map<?, ?> members) {
      members.remove("verified_claims");
    }
  }
}
