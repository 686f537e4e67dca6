package dev.signet.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.wire.Answer;
import dev.signet.wire.Parallel;
import dev.signet.wire.Person;
import dev.signet.wire.Refusals;
import dev.signet.wire.Rows;
import dev.signet.wire.Signet;
import dev.signet.wire.WireTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code POST /api/auth/login}. */
@WireTest
class LoginIT {

  private static final String LOGIN = "/api/auth/login";

  /** Each may have no more than ten logins on their way. */
  private static final int PEOPLE = 10 * Runtime.getRuntime().availableProcessors();

  @Test
  void takesAUsernameOrAnAddressInAnyCase() {
    Person kim = Person.signedUp();
    String address = kim.email().toUpperCase(Locale.ROOT);

    assertThat(Signet.login(kim.username().toUpperCase(Locale.ROOT), Signet.PASSWORD).status())
        .isEqualTo(200);
    assertThat(Signet.login(address, Signet.PASSWORD).status()).isEqualTo(200);
    assertThat(Signet.post(LOGIN, Map.of("email", address, "password", Signet.PASSWORD)).status())
        .isEqualTo(200);
  }

  @Test
  void takesAForm() {
    Person kim = Person.signedUp();

    Answer answer =
        Signet.postForm(LOGIN, Map.of("username", kim.username(), "password", Signet.PASSWORD));

    assertThat(answer.status()).isEqualTo(200);
  }

  @Test
  void opensASessionOfItsOwnEachTime() {
    Person kim = Person.stranger();
    String id = kim.signUp().json().getJsonObject("user").getString("id");

    kim.login();

    assertThat(Rows.sessionsOf(id)).isEqualTo(2);
  }

  @Test
  void answersWrongUnknownAndDisabledAlike() {
    Person kim = Person.signedUp();
    Person disabled = Person.signedUp();
    Rows.change("update account set state = 'DISABLED' where username = ?", disabled.username());

    Answer wrong = Signet.login(kim.username(), Signet.PASSWORD + "!");
    Answer unknown = Signet.login(Person.stranger().username(), Signet.PASSWORD);
    Answer inactive = Signet.login(disabled.username(), Signet.PASSWORD + "!");

    assertThat(wrong.status()).isEqualTo(401);
    assertThat(wrong.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"api\"");
    assertThat(wrong.body())
        .isEqualTo(
            "{\"detail\":\"No active account found with the given credentials\","
                + "\"code\":\"no_active_account\"}");
    assertThat(unknown.status()).isEqualTo(wrong.status());
    assertThat(unknown.body()).isEqualTo(wrong.body());
    assertThat(inactive.status()).isEqualTo(wrong.status());
    assertThat(inactive.body()).isEqualTo(wrong.body());
  }

  @Test
  void saysThatAnAccountIsInactiveToWhoKnowsItsPassword() {
    Person disabled = Person.signedUp();
    Rows.change("update account set state = 'DISABLED' where username = ?", disabled.username());

    Refusals.assertUnauthenticated(
        Signet.login(disabled.username(), Signet.PASSWORD),
        "This account is inactive.",
        "user_inactive");
  }

  @Test
  void takesASpaceAtTheEndOfAPasswordForWhatItIs() {
    Person kim = Person.stranger();
    String spaced = "  " + Signet.PASSWORD + " ";
    Signet.post(
        "/api/auth/signup",
        Map.of("username", kim.username(), "email", kim.email(), "password", spaced));

    assertThat(Signet.login(kim.username(), spaced).status()).isEqualTo(200);
    assertThat(Signet.login(kim.username(), spaced.strip()).status()).isEqualTo(401);
  }

  @Test
  void takesComposedAndDecomposedLettersForTheSamePassword() {
    Person kim = Person.stranger();
    Signet.post(
        "/api/auth/signup",
        Map.of(
            "username",
            kim.username(),
            "email",
            kim.email(),
            "password",
            "caf\u00e9 au lait chez moi"));

    assertThat(Signet.login(kim.username(), "cafe\u0301 au lait chez moi").status()).isEqualTo(200);
  }

  @Test
  void ignoresAGarbageAuthorizationHeader() {
    Person kim = Person.signedUp();

    Answer answer =
        Signet.send(
            Signet.request(LOGIN)
                .header("Authorization", "Bearer garbage")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(
                    BodyPublishers.ofString(
                        "username=" + kim.username() + "&password=find-me-in-a-log+if+you+can")));

    assertThat(answer.status()).isEqualTo(200);
  }

  @Test
  void tellsWhoComesWithTooManyToComeBack() {
    List<Person> people = Stream.generate(Person::signedUp).limit(PEOPLE).toList();
    int many = 50 * Runtime.getRuntime().availableProcessors();

    List<Answer> answers =
        Parallel.times(many, i -> Signet.login(people.get(i % PEOPLE).username(), Signet.PASSWORD));

    assertThat(answers).extracting(Answer::status).contains(503).containsOnly(200, 503);
    assertThat(answers)
        .filteredOn(answer -> answer.status() == 503)
        .allSatisfy(busy -> assertThat(busy.header("Retry-After")).isEqualTo("1"))
        .allSatisfy(busy -> assertThat(busy.text("code")).isEqualTo("busy"));
  }

  @Test
  void neverLetsItsAnswerBeKept() {
    assertThat(Person.signedUp().login().header("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void asksForWhatIsMissing() {
    assertThat(Signet.postJson(LOGIN, "{}").body())
        .isEqualTo(
            "{\"username\":[\"This field is required.\"],"
                + "\"password\":[\"This field is required.\"]}");
  }
}
