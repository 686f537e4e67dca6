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
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
    assertThat(answer.header("Location")).isEqualTo("http://localhost:8080/signet/api/me");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.json().getJsonObject("user").keySet())
        .containsExactly(
            "id", "username", "email", "email_verified", "name", "is_admin", "roles", "created_at");
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
    assertThat(statuses).isSubsetOf(201, 409, 503);
    assertThat(Rows.count("select count(*) from account where username = ?", kim.username()))
        .isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a@b",
        "two words",
        "semi;colon",
        "admin\uFE0F",
        "admin\u3164",
        "\u3164",
        "admin\u034F",
        "admin\u200B",
        "\u0007bell"
      })
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
  @CsvSource({"en, This password is easy to guess: ", "ko, 추측하기 쉬운 비밀번호입니다. "})
  void saysWhyAPasswordIsEasyToGuess(String language, String why) {
    Person kim = Person.stranger();
    for (String weak : List.of("passwordpassword", kim.username())) {
      Map<String, Object> request = new HashMap<>(kim.signupRequest());
      request.put("password", weak);

      Answer answer =
          Signet.send(
              Signet.request(SIGNUP)
                  .header("Content-Type", "application/json")
                  .header("Accept-Language", language)
                  .POST(
                      BodyPublishers.ofString(
                          Json.createObjectBuilder(request).build().toString())));

      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.json().keySet()).containsExactly("password");
      assertThat(answer.json().getJsonArray("password").getString(0)).startsWith(why);
    }
  }

  @ParameterizedTest
  @CsvSource({"name, 256, \uD83D\uDE00", "username, 150, \uD835\uDCD0"})
  void takesTheLongestOfTheWidestCharacters(String field, int times, String character) {
    String value = character.repeat(times - 33) + UUID.randomUUID().toString().replace("-", "");

    assertThat(Signet.post(SIGNUP, Person.signupRequestWith(field, value)).status()).isEqualTo(201);
  }

  @ParameterizedTest
  @CsvSource({"username, 150, \uFB03", "username, 60, \u3316"})
  void refusesWhatGrowsTooLongByNormalisation(String field, int times, String character) {
    Answer answer = Signet.post(SIGNUP, Person.signupRequestWith(field, character.repeat(times)));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().keySet()).containsExactly(field);
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
}
