package dev.signet.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.wire.Answer;
import dev.signet.wire.Signet;
import dev.signet.wire.WireTest;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The JWK Set. */
@WireTest
class JwksIT {

  private static final String JWKS = "/oauth2/jwks";

  @ParameterizedTest
  @ValueSource(strings = {JWKS, "/.well-known/jwks.json"})
  void showsTheKeysAndMayBeKept(String path) {
    Answer answer = Signet.get(path);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith("application/json");
    assertThat(answer.header("Cache-Control")).isEqualTo("max-age=300");
    assertThat(answer.json().getJsonArray("keys")).hasSizeGreaterThanOrEqualTo(3);
  }

  @Test
  void showsNoPrivateMember() {
    for (JsonObject key :
        Signet.get(JWKS).json().getJsonArray("keys").getValuesAs(JsonObject.class)) {
      assertThat(key.keySet()).containsExactlyInAnyOrder("kty", "e", "use", "kid", "alg", "n");
    }
  }

  @Test
  void sendsNothingToWhoHasIt() {
    String tag = Signet.get(JWKS).header("ETag");

    Answer again = Signet.send(Signet.request(JWKS).header("If-None-Match", tag));

    assertThat(tag).isNotEmpty();
    assertThat(again.status()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(again.header("ETag")).isEqualTo(tag);
  }
}
