package dev.signet.authorize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import dev.signet.client.RegisteredClients;
import dev.signet.client.TestClients;
import dev.signet.oauth.OAuthError;
import dev.signet.oauth.OAuthForm;
import dev.signet.problem.Problem;
import dev.signet.problem.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 6749 §4.1.2, §4.1.2.1. */
class ReturnAddressTest {

  private static final String ISSUER = "https://id.example/signet";
  private static final String CALLBACK = TestClients.CALLBACK;

  /** Its signature is of nobody. */
  private static final String SIGNED =
      Stream.of("{\"alg\":\"RS256\"}", "{\"state\":\"inside\"}", "of nobody")
          .map(part -> Base64URL.encode(part).toString())
          .collect(Collectors.joining("."));

  /** By a key of nobody; its second part is one that could be read. */
  private static final String ENCRYPTED = SIGNED + ".AAAA.AAAA";

  private static final RegisteredClients CLIENTS =
      TestClients.known(
          TestClients.web(),
          TestClients.machine(),
          TestClients.of("program", Map.of("redirect-uris", "http://127.0.0.1/callback")));

  @Test
  void isWhereTheClientHasSaid() {
    ReturnAddress back = ReturnAddress.of(TestRequests.form(), CLIENTS);

    assertThat(back.client().id()).isEqualTo("web");
    assertThat(back.redirectUri()).isEqualTo(CALLBACK);
    assertThat(back.state()).contains("af0ifjsldkj");
    assertThat(back.posted()).isFalse();
  }

  @Test
  void isTheAddressOfTheRequestWhereAProgramListensOnAPort() {
    OAuthForm request =
        TestRequests.form(
            "client_id", "program", "redirect_uri", "http://127.0.0.1:51004/callback");
    assertThat(ReturnAddress.of(request, CLIENTS).redirectUri())
        .isEqualTo("http://127.0.0.1:51004/callback");
  }

  @Test
  void isPostedToWhereTheClientAsksForIt() {
    assertThat(posted("form_post")).isTrue();
    assertThat(posted("query")).isFalse();
    assertThat(posted("FORM_POST")).isFalse();
    assertThat(posted("fragment")).isFalse();
  }

  /** OpenID Connect Core 1.0 §6.1, §6.1.1. */
  @Test
  void isToldOfARequestObjectAsThatWishes() {
    ReturnAddress back =
        withObject(
            plain(
                Map.of(
                    "response_mode", "form_post",
                    "state", "inside",
                    "client_id", "machine",
                    "redirect_uri", "https://evil.example/")));

    assertThat(back.posted()).isTrue();
    assertThat(back.state()).contains("inside");
    assertThat(back.client().id()).isEqualTo("web");
    assertThat(back.redirectUri()).isEqualTo(CALLBACK);
    assertThat(withObject(SIGNED).state()).contains("inside");
  }

  @Test
  void isToldAsTheObjectWishesWhateverStandsBesideIt() {
    ReturnAddress back = withObject(plain(Map.of("response_mode", "query")), "form_post");

    assertThat(back.posted()).isFalse();
    assertThat(back.state()).contains("af0ifjsldkj");
  }

  @ParameterizedTest
  @MethodSource
  void isToldAsTheRequestSaysWhereTheObjectSaysNothing(String object) {
    ReturnAddress back = withObject(object, "form_post");

    assertThat(back.posted()).isTrue();
    assertThat(back.state()).contains("af0ifjsldkj");
  }

  static Stream<String> isToldAsTheRequestSaysWhereTheObjectSaysNothing() {
    return Stream.of(
        "nonsense",
        "..",
        "e30.e30.",
        ENCRYPTED,
        plain(Map.of()),
        plain(Map.of("state", "", "response_mode", "")),
        plain(Map.of("state", "a\0b")),
        plain(Map.of("state", List.of("a", "b"), "response_mode", 1)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "client_id=&redirect_uri=https://shop.example/callback",
        "client_id=nobody&redirect_uri=https://shop.example/callback",
        "client_id=web&client_id=web&redirect_uri=https://shop.example/callback",
        "redirect_uri=https://shop.example/callback",
      })
  void isNoneOfAClientThatNobodyKnows(String request) {
    refuse(request, Problem.CLIENT_UNKNOWN);
  }

  /** there is no other place to tell it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "client_id=web",
        "client_id=web&redirect_uri=",
        "client_id=web&redirect_uri=https://evil.example/",
        "client_id=web&redirect_uri=https://shop.example/callback/",
        "client_id=web&redirect_uri=https://shop.example/callback%23",
        "client_id=web&redirect_uri=https://shop.example/callback&redirect_uri=https://evil.example/",
        "client_id=web&redirect_uri=http://127.0.0.1:1/callback",
        "client_id=machine&redirect_uri=https://shop.example/callback",
      })
  void isNoneThatTheClientHasNotRegistered(String request) {
    refuse(request, Problem.REDIRECT_UNKNOWN);
  }

  /** R-9, T-19: RFC 9207. */
  @Test
  void isToldWhoAnswersAndWhatItWasAsked() {
    ReturnAddress back = ReturnAddress.of(TestRequests.form("state", "a b/ü"), CLIENTS);

    assertThat(back.granted("the code", ISSUER))
        .containsExactly(
            Map.entry("code", "the code"), Map.entry("state", "a b/ü"), Map.entry("iss", ISSUER));
    assertThat(back.refused(OAuthError.ACCESS_DENIED.because("No."), ISSUER))
        .containsExactly(
            Map.entry("error", "access_denied"),
            Map.entry("error_description", "No."),
            Map.entry("state", "a b/ü"),
            Map.entry("iss", ISSUER));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "&state=", "&state=a&state=b"})
  void isToldNoStateWhereThereIsNone(String state) {
    OAuthForm request = OAuthForm.parse("client_id=web&redirect_uri=" + CALLBACK + state);
    assertThat(ReturnAddress.of(request, CLIENTS).granted("c", ISSUER))
        .containsOnlyKeys("code", "iss");
  }

  private static ReturnAddress withObject(String object) {
    return withObject(object, "query");
  }

  private static ReturnAddress withObject(String object, String mode) {
    return ReturnAddress.of(TestRequests.form("request", object, "response_mode", mode), CLIENTS);
  }

  private static String plain(Map<String, ?> claims) {
    JWTClaimsSet.Builder all = new JWTClaimsSet.Builder();
    claims.forEach(all::claim);
    return new PlainJWT(all.build()).serialize();
  }

  private static boolean posted(String mode) {
    return ReturnAddress.of(TestRequests.form("response_mode", mode), CLIENTS).posted();
  }

  private static void refuse(String request, Problem problem) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> ReturnAddress.of(OAuthForm.parse(request), CLIENTS))
        .matches(refusal -> refusal.problem() == problem, "is " + problem);
  }
}
