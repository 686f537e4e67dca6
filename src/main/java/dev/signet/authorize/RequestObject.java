package dev.signet.authorize;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.util.JSONObjectUtils;
import dev.signet.oauth.OAuthForm;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A request by value (<a
 * href="https://openid.net/specs/openid-connect-core-1_0.html#RequestObject">OpenID Connect Core
 * 1.0 §6.1</a>), which is refused. It is read for how the client is to be told so, and for nothing
 * that decides where: so nobody's signature matters.
 */
final class RequestObject {

  private static final List<String> READ = List.of("response_mode", "state");

  private RequestObject() {}

  /** Those of its parameters that are read; none of what is no JWT, or an encrypted one. */
  static OAuthForm parse(String jwt) {
    Map<String, List<String>> parameters = new HashMap<>();
    String[] parts = jwt.split("\\.", -1);
    if (parts.length == 3) {
      Map<String, Object> claims = claims(parts[1]);
      for (String name : READ) {
        if (claims.get(name) instanceof String value) {
          parameters.put(name, List.of(value));
        }
      }
    }
    return new OAuthForm(parameters);
  }

  private static Map<String, Object> claims(String payload) {
    try {
      return JSONObjectUtils.parse(new String(Base64.getUrlDecoder().decode(payload), UTF_8));
    } catch (ParseException | RuntimeException malformed) {
      return Map.of();
    }
  }
}
