package dev.signet.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import dev.signet.wire.Answer;
import dev.signet.wire.Signet;
import dev.signet.wire.WireTest;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The metadata of the provider, where clients look for it. */
@WireTest
class ProviderMetadataIT {

  private static final String OF_OPENID = "/.well-known/openid-configuration";
  private static final String OF_OAUTH = "/.well-known/oauth-authorization-server";
  private static final String ISSUER = "http://localhost:8080/signet";

  /** T-17: also with the path of the issuer behind it. */
  @ParameterizedTest
  @ValueSource(strings = {OF_OPENID, OF_OAUTH, OF_OAUTH + "/signet", OF_OPENID + "/"})
  void isJsonThatMayBeKept(String path) {
    Answer answer = Signet.get(path);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith("application/json");
    assertThat(answer.header("Cache-Control")).isEqualTo("max-age=300");
    assertThat(answer.text("issuer")).isEqualTo(ISSUER);
    assertThat(answer.body()).isEqualTo(Signet.get(OF_OPENID).body());
  }

  @ParameterizedTest
  @ValueSource(strings = {OF_OAUTH + "/other", OF_OAUTH + "/signet/x", OF_OPENID + "/signet"})
  void isOfNoOtherIssuer(String path) {
    assertThat(Signet.get(path).status()).isEqualTo(404);
  }

  @Test
  void sendsNothingToWhoHasIt() {
    String tag = Signet.get(OF_OPENID).header("ETag");

    Answer again = Signet.send(Signet.request(OF_OPENID).header("If-None-Match", tag));

    assertThat(again.status()).isEqualTo(304);
  }

  /** O-10: all that is required is there, and of the right type. */
  @Test
  void isWhatALibraryTakes() throws ParseException {
    OIDCProviderMetadata metadata = OIDCProviderMetadata.parse(Signet.get(OF_OPENID).body());

    assertThat(metadata.getIssuer()).hasToString(ISSUER);
    assertThat(metadata.supportsAuthorizationResponseIssuerParam()).isTrue();
    assertThat(metadata.supportsBackChannelLogoutSession()).isTrue();
  }

  /** T-18, T-19, L-7: what it says is so, and no more. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "response_types_supported | code",
        "response_modes_supported | query form_post",
        "grant_types_supported | authorization_code refresh_token client_credentials",
        "code_challenge_methods_supported | S256",
        "subject_types_supported | public pairwise",
        "id_token_signing_alg_values_supported | RS256",
        "scopes_supported | openid offline_access account email profile",
        "ui_locales_supported | en ko",
        "prompt_values_supported | none login consent select_account",
        "display_values_supported | page",
        "acr_values_supported | 1",
        "claim_types_supported | normal",
        "revocation_endpoint_auth_methods_supported | none client_secret_basic client_secret_post"
            + " private_key_jwt",
        "introspection_endpoint_auth_methods_supported | client_secret_basic client_secret_post"
            + " private_key_jwt",
        "token_endpoint_auth_methods_supported | none client_secret_basic client_secret_post"
            + " private_key_jwt",
      })
  void says(String name, String values) {
    assertThat(Signet.get(OF_OPENID).json().getJsonArray(name).getValuesAs(JsonString::getString))
        .containsExactly(values.split(" "));
  }

  @ParameterizedTest
  @CsvSource({
    "claims_parameter_supported,true",
    "request_parameter_supported,false",
    "request_uri_parameter_supported,false",
    "authorization_response_iss_parameter_supported,true",
    "backchannel_logout_supported,true",
    "backchannel_logout_session_supported,true",
  })
  void saysWhether(String name, boolean yes) {
    assertThat(Signet.get(OF_OPENID).json().getBoolean(name)).isEqualTo(yes);
  }

  /** None of them is a dead end: whatever is wrong with a request without anything, it is there. */
  @Test
  void namesWhatIsThere() {
    JsonObject metadata = Signet.get(OF_OPENID).json();

    assertThat(
            metadata.keySet().stream()
                .filter(name -> name.endsWith("_endpoint") || name.equals("jwks_uri"))
                .map(metadata::getString))
        .hasSizeGreaterThanOrEqualTo(7)
        .allSatisfy(
            address -> {
              assertThat(address).startsWith(ISSUER + "/oauth2/");
              String path = address.substring(ISSUER.length());
              assertThat(List.of(Signet.get(path).status())).doesNotContain(404, 500);
            });
  }
}
