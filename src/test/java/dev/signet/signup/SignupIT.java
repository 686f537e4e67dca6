package dev.signet.signup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.wire.Answer;
import dev.signet.wire.Parallel;
import dev.signet.wire.Person;
import dev.signet.wire.Rows;
import dev.signet.wire.Signet;
import dev.signet.wire.WireTest;
import jakarta.json.Json;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code POST /api/auth/signup}. */
@WireTest
class SignupIT {

  private static final String SIGNUP = "/api/auth/signup";

  @Test
  void answersWithTheAccountAndItsTokens() {
    Person kim = Person.stranger();

    Answer answer = Signet.post(SIGNUP, kim.signupRequest());

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.header("Location")).endsWith("/signet/api/me");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.json().getJsonObject("user").keySet())
        .containsExactly("id", "username", "email", "name", "is_admin", "roles", "created_at");
    assertThat(answer.json().getInt("expires_in")).isEqualTo(300);
    assertThat(answer.json().getInt("refresh_expires_in")).isEqualTo(86400);
    assertThat(Signet.get("/api/me", answer.access()).status()).isEqualTo(200);
  }

  @Test
  void neverShowsThePasswordOrItsHash() {
    Answer answer = Person.stranger().signUp();

    assertThat(answer.body()).doesNotContain("argon2").doesNotContain(Signet.PASSWORD);
  }

  @Test
  void storesThePasswordAsArgon2idOnly() {
    Person kim = Person.signedUp();

    assertThat(
            Rows.count(
                "select count(*) from account where username = ? and password_hash like ?",
                kim.username(),
                "$argon2id$v=19$m=19456,t=2,p=1$%"))
        .isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"username", "email"})
  void refusesANameThatIsTaken(String taken) {
    Person kim = Person.signedUp();
    String name = taken.equals("email") ? kim.email() : kim.username();

    Answer answer =
        Signet.post(SIGNUP, Person.signupRequestWith(taken, name.toUpperCase(Locale.ROOT)));

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.text("code")).isEqualTo("account_exists");
  }

  @Test
  void takesFullWidthLettersForTheSameName() {
    String letters = "w" + Integer.toHexString(UUID.randomUUID().hashCode());
    Person narrow = new Person(letters, letters + "@example.org");
    narrow.signUp();
    String wide = letters.replace('w', '\uff57');

    Answer answer =
        Signet.post(SIGNUP, new Person(wide, "x" + letters + "@example.org").signupRequest());

    assertThat(answer.text("code")).isEqualTo("account_exists");
  }

  @Test
  void letsOneOfManyHaveANameThatAllWantAtOnce() {
    Person kim = Person.stranger();

    List<Integer> statuses =
        Parallel.times(16, i -> Signet.post(SIGNUP, kim.signupRequest()).status());

    assertThat(statuses).containsOnlyOnce(201);
    assertThat(statuses.stream().filter(status -> status != 201)).containsOnly(409);
    assertThat(Rows.count("select count(*) from account where username = ?", kim.username()))
        .isEqualTo(1);
  }

  @Test
  void saysAllThatIsWrongAtOnce() {
    Answer answer = Signet.postJson(SIGNUP, "{\"username\":null,\"email\":[],\"password\":\"\"}");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body())
        .isEqualTo(
            "{\"username\":[\"This field may not be null.\"],"
                + "\"email\":[\"Not a valid string.\"],"
                + "\"password\":[\"This field may not be blank.\"]}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a@b", "two words", "semi;colon", "\u0007bell"})
  void refusesUsernamesThatCouldPassForSomethingElse(String username) {
    Map<String, String> request = Person.signupRequestWith("username", username);

    Answer answer = Signet.post(SIGNUP, request);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().keySet()).containsExactly("username");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nobody", "@example.org", "a b@example.org", "a@", "<a@example.org>"})
  void refusesWhatIsNoAddress(String email) {
    Map<String, String> request = Person.signupRequestWith("email", email);

    assertThat(Signet.post(SIGNUP, request).json().keySet()).containsExactly("email");
  }

  @Test
  void refusesAPasswordOfFourteenCharacters() {
    Map<String, String> request = Person.signupRequestWith("password", "14 characters!");

    Answer answer = Signet.post(SIGNUP, request);

    assertThat(answer.body())
        .isEqualTo("{\"password\":[\"Ensure this field has at least 15 characters.\"]}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"username\":", "{\"a\":1}}", "\u0000", "{'a':1}"})
  void refusesMalformedJson(String body) {
    Answer answer = Signet.postJson(SIGNUP, body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("code")).isEqualTo("parse_error");
    assertThat(answer.text("detail")).startsWith("JSON parse error - ");
  }

  @Test
  void refusesJsonThatIsNoObject() {
    Answer answer = Signet.postJson(SIGNUP, "[1]");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body())
        .isEqualTo(
            "{\"non_field_errors\":[\"Invalid data. Expected a dictionary, but got list.\"]}");
  }

  @Test
  void survivesADepthBomb() {
    assertThat(Signet.postJson(SIGNUP, "[".repeat(60_000)).status()).isEqualTo(400);
  }

  @Test
  void asksForEveryFieldOfAnEmptyBody() {
    Answer answer = Signet.postJson(SIGNUP, "");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().keySet()).containsExactly("username", "email", "password");
  }

  @Test
  void refusesABodyOfMoreThan64KiB() {
    String body =
        Json.createObjectBuilder(Map.<String, Object>copyOf(Person.stranger().signupRequest()))
            .add("padding", "x".repeat(64 * 1024))
            .build()
            .toString();

    assertThat(Signet.postJson(SIGNUP, body).status()).isEqualTo(413);
  }

  @Test
  void refusesAnEndlessBodyThatDoesNotSayHowLongItIs() {
    byte[] chunk = "x".repeat(1024).getBytes(StandardCharsets.US_ASCII);

    Answer answer =
        Signet.send(
            Signet.request(SIGNUP)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArrays(Collections.nCopies(200, chunk))));

    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.text("code")).isEqualTo("too_large");
  }

  @Test
  void refusesAnUnknownMediaType() {
    Answer answer = Signet.post(SIGNUP, "application/xml", "<signup/>");

    assertThat(answer.status()).isEqualTo(415);
    assertThat(answer.body())
        .isEqualTo(
            "{\"detail\":\"Unsupported media type \\\"application/xml\\\" in request.\","
                + "\"code\":\"unsupported_media_type\"}");
  }

  @Test
  void refusesAMediaTypeThatIsNone() {
    assertThat(Signet.post(SIGNUP, "nonsense", "{}").status()).isBetween(400, 415);
  }

  @Test
  void writesNothingForWhatItRefuses() {
    Person kim = Person.stranger();

    Signet.postJson(SIGNUP, "{\"username\":\"" + kim.username() + "\"");
    Signet.post(SIGNUP, Map.of("username", kim.username()));
    Signet.post(SIGNUP, "text/plain", kim.username());

    assertThat(Rows.count("select count(*) from account where username = ?", kim.username()))
        .isZero();
  }

  @Test
  void ignoresAGarbageAuthorizationHeader() {
    Answer answer =
        Signet.send(
            Signet.request(SIGNUP)
                .header("Authorization", "Bearer garbage")
                .header("Content-Type", "application/json")
                .POST(
                    BodyPublishers.ofString(
                        Json.createObjectBuilder(
                                Map.<String, Object>copyOf(Person.stranger().signupRequest()))
                            .build()
                            .toString())));

    assertThat(answer.status()).isEqualTo(201);
  }

  @Test
  void takesAForm() {
    assertThat(Signet.postForm(SIGNUP, Person.stranger().signupRequest()).status()).isEqualTo(201);
  }

  @Test
  void saysWhichMethodIsAllowed() {
    Answer answer = Signet.get(SIGNUP);

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.header("Allow")).contains("POST");
    assertThat(answer.body())
        .isEqualTo(
            "{\"detail\":\"Method \\\"GET\\\" not allowed.\",\"code\":\"method_not_allowed\"}");
  }

  @Test
  void cannotAnswerInXml() {
    Answer answer =
        Signet.send(
            Signet.request(SIGNUP)
                .header("Accept", "application/xml")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}")));

    assertThat(answer.status()).isEqualTo(406);
    assertThat(answer.text("code")).isEqualTo("not_acceptable");
  }

  @Test
  void addsTheMembersOfRfc9457ForWhoAsks() {
    Answer answer =
        Signet.send(
            Signet.request("/api/me")
                .header("Accept", "application/problem+json, application/json"));

    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.body())
        .isEqualTo(
            "{\"detail\":\"Authentication credentials were not provided.\","
                + "\"code\":\"not_authenticated\",\"type\":\"about:blank\","
                + "\"title\":\"Unauthorized\",\"status\":401}");
  }
}
