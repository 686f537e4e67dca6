package dev.signet.simplejwt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.key.Forger;
import dev.signet.wire.Answer;
import dev.signet.wire.Person;
import dev.signet.wire.Refusals;
import dev.signet.wire.Signet;
import dev.signet.wire.WireTest;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every kind of token at every place that takes one (RFC 8725 §2.8, §3.12). Contract §2. */
@WireTest
class TypeConfusionIT {

  private static final String VERDICTS =
      """
                        bearer      refresh     verify    blacklist   slide
      access            taken       wrong_type  taken     wrong_type  wrong_type
      refresh           wrong_type  taken       taken     taken       wrong_type
      sliding           wrong_type  wrong_type  taken     taken       taken
      access_by_mac     invalid     wrong_type  invalid   wrong_type  wrong_type
      refresh_signed    wrong_type  invalid     invalid   invalid     wrong_type
      sliding_by_mac    wrong_type  wrong_type  invalid   invalid     invalid
      tampered_access   invalid     invalid     invalid   invalid     invalid
      tampered_refresh  invalid     invalid     invalid   invalid     invalid
      another_key       invalid     invalid     invalid   invalid     invalid
      unsigned          invalid     invalid     invalid   invalid     invalid
      garbage           invalid     invalid     invalid   invalid     invalid
      empty             two_values  blank       blank     blank       blank
      missing           no_token    required    required  required    required
      """;

  private enum Place {
    BEARER("", "\\{\"user\":\\{.*},\"token\":\\{.*}}"),
    REFRESH("refresh", "\\{\"access\":\"" + TokenApi.JWT + "\"}"),
    VERIFY("token", "\\{}"),
    BLACKLIST("refresh", "\\{}"),
    SLIDE("token", "\\{\"token\":\"" + TokenApi.JWT + "\"}");

    private final String field;
    private final String success;

    Place(String field, String success) {
      this.field = field;
      this.success = success;
    }

    Answer show(String token) {
      return switch (this) {
        case BEARER -> Signet.get("/api/me", token);
        case REFRESH -> TokenApi.refresh(token);
        case VERIFY -> TokenApi.verify(token);
        case BLACKLIST -> TokenApi.blacklist(token);
        case SLIDE -> TokenApi.slide(token);
      };
    }

    Answer showNothing() {
      return switch (this) {
        case BEARER -> Signet.get("/api/me");
        case REFRESH -> Signet.postJson(TokenApi.REFRESH, "{}");
        case VERIFY -> Signet.postJson(TokenApi.VERIFY, "{}");
        case BLACKLIST -> Signet.postJson(TokenApi.BLACKLIST, "{}");
        case SLIDE -> Signet.postJson(TokenApi.SLIDE, "{}");
      };
    }
  }

  @TestFactory
  Stream<DynamicTest> takesATokenWhereItBelongsAndNowhereElse() {
    List<List<String>> table =
        VERDICTS.lines().map(line -> List.of(line.strip().split("\\s+", -1))).toList();
    List<String> places = table.get(0);
    return table.stream()
        .skip(1)
        .flatMap(
            row ->
                IntStream.range(0, places.size())
                    .mapToObj(
                        i ->
                            DynamicTest.dynamicTest(
                                String.join(" ", row.get(0), "at", places.get(i)),
                                () -> check(row.get(0), places.get(i), row.get(i + 1)))));
  }

  private static void check(String kind, String name, String verdict) {
    Place place = Place.valueOf(name.toUpperCase(Locale.ROOT));
    Person kim = Person.stranger();
    Answer login = kim.signUp();

    Answer answer =
        kind.equals("missing") ? place.showNothing() : place.show(token(kind, kim, login));

    assertVerdict(answer, place, verdict);
    if (!verdict.equals("taken")) {
      assertThat(Signet.get("/api/me", login.access()).status()).isEqualTo(200);
      assertThat(TokenApi.refresh(login.refresh()).status()).isEqualTo(200);
    }
  }

  private static String token(String kind, Person kim, Answer login) {
    return switch (kind) {
      case "access" -> login.access();
      case "refresh" -> login.refresh();
      case "sliding" -> TokenApi.sliding(kim);
      case "access_by_mac" -> Forger.ofToken(login.access()).mac();
      case "refresh_signed" -> Forger.ofToken(login.refresh()).signature();
      case "sliding_by_mac" -> Forger.ofToken(TokenApi.sliding(kim)).mac();
      case "tampered_access" -> TokenApi.tampered(login.access());
      case "tampered_refresh" -> TokenApi.tampered(login.refresh());
      case "another_key" -> byAnotherKey(login.access());
      case "unsigned" -> Forger.ofToken(login.access()).unsigned("none");
      case "garbage" -> "garbage";
      case "empty" -> "";
      default -> throw new IllegalArgumentException(kind);
    };
  }

  private static String byAnotherKey(String token) {
    Forger forger = Forger.ofToken(token);
    return forger.byOwnKey(forger.kid());
  }

  private static void assertVerdict(Answer answer, Place place, String verdict) {
    switch (verdict) {
      case "taken" -> TokenApi.assertOk(answer, place.success);
      case "invalid" -> assertNotValid(answer, place, "Token is invalid");
      case "wrong_type" -> assertNotValid(answer, place, "Token has wrong type");
      case "blank" -> assertField(answer, place, "This field may not be blank.");
      case "required" -> assertField(answer, place, "This field is required.");
      case "no_token" ->
          Refusals.assertUnauthenticated(
              answer, "Authentication credentials were not provided.", "not_authenticated");
      case "two_values" ->
          Refusals.assertRefused(
              answer,
              "Authorization header must contain two space-delimited values",
              "bad_authorization_header");
      default -> throw new IllegalArgumentException(verdict);
    }
  }

  private static void assertNotValid(Answer answer, Place place, String why) {
    if (place == Place.BEARER) {
      Refusals.assertNotValidAsBearer(answer, why);
    } else {
      Refusals.assertNotValid(answer, why);
    }
  }

  private static void assertField(Answer answer, Place place, String why) {
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).isEqualTo("{\"%s\":[\"%s\"]}".formatted(place.field, why));
  }
}
