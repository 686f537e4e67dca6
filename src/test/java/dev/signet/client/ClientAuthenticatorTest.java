package dev.signet.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.signet.oauth.OAuthError;
import dev.signet.oauth.OAuthException;
import dev.signet.oauth.OAuthForm;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 6749 §2.3. */
@SuppressWarnings("UnnecessaryAssignment")
class ClientAuthenticatorTest {

  private static final String SECRET = TestClients.SECRET;

  /** O-7: what a form would make something else of. */
  private static final String ODD = "a:b%2Bc+d e&f=ü/0123456789abcdef01";

  private static final ClientAuthenticator AUTHENTICATOR = new ClientAuthenticator();

  static {
    AUTHENTICATOR.clients =
        TestClients.known(
            TestClients.web(),
            TestClients.spa(),
            TestClients.of(
                "odd.one_-", Map.of("redirect-uris", "https://a.example/", "secret", ODD)),
            TestClients.of(
                "basic",
                Map.of(
                    "redirect-uris", "https://a.example/",
                    "secret", SECRET,
                    "auth-methods", "client_secret_basic")));
  }

  @Test
  void knowsAClientByItsSecretInAHeader() {
    assertThat(authenticated(basic("web", SECRET), "")).isEqualTo("web");
    assertThat(authenticated(basic("web", SECRET), "grant_type=x&client_id=web")).isEqualTo("web");
  }

  @Test
  void knowsAClientByItsSecretInTheForm() {
    assertThat(authenticated(null, "client_id=web&client_secret=" + SECRET)).isEqualTo("web");
  }

  /** §2.3.1: id and secret are encoded as in a form before they are joined by a colon. */
  @Test
  void readsWhatIsEncodedInAHeaderAsInAForm() {
    assertThat(authenticated(basic("odd.one_-", ODD), "")).isEqualTo("odd.one_-");
    assertThat(
            authenticated(
                null, "client_id=odd.one_-&client_secret=" + URLEncoder.encode(ODD, UTF_8)))
        .isEqualTo("odd.one_-");
  }

  /** RFC 9110 §11.1: the name of a scheme is in any case. */
  @ParameterizedTest
  @ValueSource(strings = {"basic", "BASIC", "bAsIc"})
  void takesTheSchemeInAnyCase(String scheme) {
    String header = basic("web", SECRET).replaceFirst("Basic", scheme);
    assertThat(authenticated(header, "")).isEqualTo("web");
  }

  @Test
  void takesAPublicClientAtItsWord() {
    assertThat(authenticated(null, "client_id=spa")).isEqualTo("spa");
    assertThat(authenticated("Bearer something", "client_id=spa")).isEqualTo("spa");
  }

  @Test
  void passesOverASecretWithoutAValue() {
    assertThat(authenticated(null, "client_id=spa&client_secret=")).isEqualTo("spa");
    assertThat(authenticated(basic("web", SECRET), "client_secret=&client_id=")).isEqualTo("web");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "client_id=",
        "client_id=web",
        "client_id=nobody",
        "client_id=web&client_secret=",
        "client_id=web&client_secret=%20",
        "client_id=web&client_secret=x",
        "client_id=web&client_secret=0123456789ABCDEF0123456789ABCDEF",
        "client_id=WEB&client_secret=0123456789abcdef0123456789abcdef",
        "client_id=nobody&client_secret=0123456789abcdef0123456789abcdef",
        "client_secret=0123456789abcdef0123456789abcdef",
        "client_id=spa&client_secret=0123456789abcdef0123456789abcdef",
        "client_id=basic&client_secret=0123456789abcdef0123456789abcdef",
      })
  void refusesAFormThatShowsNothing(String form) {
    refuse(null, form, OAuthError.INVALID_CLIENT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Basic !!!",
        "Basic ",
        "Basic d2Vi",
        "Basic d2Vi OjAx",
        "Basic Og==",
        "Basic d2ViOg==",
        "Basic /w==",
      })
  void refusesAMalformedHeader(String header) {
    refuse(header, "", OAuthError.INVALID_CLIENT);
  }

  @Test
  void refusesAHeaderThatShowsNothing() {
    refuse(basic("web", "x"), "", OAuthError.INVALID_CLIENT);
    refuse(basic("nobody", SECRET), "", OAuthError.INVALID_CLIENT);
    refuse(basic("spa", SECRET), "", OAuthError.INVALID_CLIENT);
    refuse(raw("web:%zz"), "", OAuthError.INVALID_CLIENT);
    refuse("Bearer " + SECRET, "client_id=web", OAuthError.INVALID_CLIENT);
  }

  /** A header that is wrong is not passed over for the public client that the form names. */
  @ParameterizedTest
  @ValueSource(strings = {"Basic", "Basic ", "Basic !!!", "basic d2Vi"})
  void refusesAMalformedHeaderBesideAPublicClient(String header) {
    refuse(header, "client_id=spa", OAuthError.INVALID_CLIENT);
  }

  @ParameterizedTest
  @CsvSource({
    "true, client_secret=x",
    "true, client_id=web&client_secret=x",
    "true, client_assertion=x",
    "false, client_id=web&client_secret=x&client_assertion=x",
    "false, client_id=web&client_id=web",
    "false, client_id=web&client_secret=x&client_secret=x",
    "true, grant_type=a&grant_type=b",
  })
  void refusesTwoThingsAtOnce(boolean header, String form) {
    refuse(header ? basic("web", SECRET) : null, form, OAuthError.INVALID_REQUEST);
  }

  /** A proxy or a script may have added one, and which of them counts is for nobody to guess. */
  @Test
  void refusesTwoHeadersAndAnyHeaderBesideASecret() {
    String good = basic("web", SECRET);
    for (List<String> headers :
        List.of(List.of(good, good), List.of(good, "Bearer x"), List.of("Bearer x", good))) {
      assertThatExceptionOfType(OAuthException.class)
          .isThrownBy(() -> AUTHENTICATOR.authenticate(headers, OAuthForm.parse("")))
          .matches(refusal -> refusal.error() == OAuthError.INVALID_REQUEST);
    }
    refuse("Bearer x", "client_id=web&client_secret=" + SECRET, OAuthError.INVALID_REQUEST);
  }

  @Test
  void refusesAFormThatCannotBeRead() {
    refuse(null, "client_id=%zz", OAuthError.INVALID_REQUEST);
    refuse(null, "client_id=web&client_secret=%", OAuthError.INVALID_REQUEST);
  }

  @ParameterizedTest
  @ValueSource(strings = {"spa", "WEB", "nobody"})
  void refusesTheIdOfAnotherBesideAHeader(String other) {
    refuse(basic("web", SECRET), "client_id=" + other, OAuthError.INVALID_REQUEST);
  }

  /** Whether the other is there is nobody's business who has not shown who he is. */
  @Test
  void saysNoMoreWhereTheSecretIsWrongToo() {
    refuse(basic("web", "x"), "client_id=spa", OAuthError.INVALID_CLIENT);
  }

  @Test
  void repeatsNothingThatItWasShown() {
    assertThatExceptionOfType(OAuthException.class)
        .isThrownBy(() -> authenticated(null, "client_id=hunter1&client_secret=hunter2"))
        .withMessage("invalid_client: The client has not shown who it is.")
        .withNoCause();
  }

  private static void refuse(@Nullable String authorization, String form, OAuthError error) {
    assertThatExceptionOfType(OAuthException.class)
        .as("%s %s", authorization, form)
        .isThrownBy(() -> authenticated(authorization, form))
        .matches(refusal -> refusal.error() == error, "is " + error);
  }

  private static String authenticated(@Nullable String authorization, String form) {
    return AUTHENTICATOR
        .authenticate(Optional.ofNullable(authorization).stream().toList(), OAuthForm.parse(form))
        .id();
  }

  private static String basic(String id, String secret) {
    return raw(URLEncoder.encode(id, UTF_8) + ":" + URLEncoder.encode(secret, UTF_8));
  }

  private static String raw(String pair) {
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
  }
}
