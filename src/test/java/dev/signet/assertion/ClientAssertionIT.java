package dev.signet.assertion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.wire.Answer;
import dev.signet.wire.Application;
import dev.signet.wire.Eventually;
import dev.signet.wire.Parallel;
import dev.signet.wire.Rows;
import dev.signet.wire.Signet;
import dev.signet.wire.WireTest;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A client that shows who it is by what it signs (RFC 7523 §2.2). */
@WireTest
class ClientAssertionIT {

  private static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
  private static final String ISSUER = "http://localhost:8080/signet";
  private static final String CLIENT = Application.SIGNER;

  @Test
  void isGivenATokenOnce() {
    String assertion = good().signed();

    Answer first = token(form(assertion));
    Answer again = token(form(assertion));

    assertThat(first.status()).as(first.body()).isEqualTo(200);
    assertThat(first.text("token_type")).isEqualTo("Bearer");
    assertInvalidClient(again);
  }

  /** whoever is first. */
  @Test
  void isGivenATokenOnceByManyAtTheSameMoment() {
    Map<String, String> form = form(good().signed());

    List<Answer> answers = Parallel.times(16, i -> token(form));

    assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
    assertThat(answers).filteredOn(answer -> answer.status() == 401).hasSize(15);
  }

  @Test
  void mayShowIt() {
    Map<String, String> form =
        form(good().with(c -> c.audience(ISSUER + "/oauth2/token")).signed());
    form.put("client_id", CLIENT);

    assertThat(token(form).status()).isEqualTo(200);
  }

  @Test
  void mayIntrospect() {
    Map<String, String> form = form(good().signed());
    form.put("token", token(form(good().signed())).text("access_token"));

    assertThat(Signet.postForm("/oauth2/introspect", form).json().getBoolean("active")).isTrue();
  }

  @Test
  void isRefusedWhatIsNotGood() {
    assertInvalidClient(token(form(good().by(Assertion.STRANGERS, RS256).signed())));
    assertInvalidClient(token(form(good().with(c -> c.audience("https://evil.example")).signed())));
    assertInvalidClient(token(form(Assertion.of("nobody", ISSUER, Instant.now()).signed())));
    assertInvalidClient(
        token(form(Assertion.of(Application.SHOP.id(), ISSUER, Instant.now()).signed())));
    assertInvalidClient(token(form("x")));
    assertInvalidClient(token(form("eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.")));
  }

  private static final com.nimbusds.jose.JWSAlgorithm RS256 = com.nimbusds.jose.JWSAlgorithm.RS256;

  @Test
  void isRefusedWithoutTheTypeAndWithAnother() {
    Map<String, String> form = form(good().signed());
    form.remove("client_assertion_type");
    assertInvalidClient(token(form));
    form.put("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:saml2-bearer");
    assertInvalidClient(token(form));
  }

  @Test
  void isRefusedWithTwoProofs() {
    Map<String, String> form = form(good().signed());
    form.put("client_secret", "secret");

    Answer answer = token(form);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("error")).isEqualTo("invalid_request");
  }

  /** A client that has keys has no other way. */
  @Test
  void isRefusedByItsNameAlone() {
    assertInvalidClient(token(Map.of("grant_type", "client_credentials", "client_id", CLIENT)));
  }

  @Test
  void isForgottenWhenItIsGoodNoMore() {
    token(form(good().signed()));
    Rows.change("update used_assertion set expires_at = expires_at - interval '1' hour");

    assertThat(
            Eventually.get(
                () -> Rows.count("select count(*) from used_assertion"), rows -> rows == 0))
        .isZero();
  }

  private static Assertion good() {
    return Assertion.of(CLIENT, ISSUER, Instant.now());
  }

  private static Map<String, String> form(String assertion) {
    Map<String, String> form = new HashMap<>();
    form.put("grant_type", "client_credentials");
    form.put("client_assertion_type", TYPE);
    form.put("client_assertion", assertion);
    return form;
  }

  private static Answer token(Map<String, String> form) {
    return Signet.postForm("/oauth2/token", form);
  }

  private static void assertInvalidClient(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(401);
    assertThat(answer.text("error")).isEqualTo("invalid_client");
  }
}
