package dev.signet.password;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.wire.Answer;
import dev.signet.wire.MailFolder;
import dev.signet.wire.Person;
import dev.signet.wire.Refusals;
import dev.signet.wire.Rows;
import dev.signet.wire.Signet;
import dev.signet.wire.WireTest;
import java.net.http.HttpRequest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code POST /api/auth/password/change}. */
@WireTest
class ChangePasswordIT {

  private static final String CHANGE = "/api/auth/password/change";
  private static final String CHOSEN = "quite another find-me-in-a-log";

  private final Person kim = Person.stranger();
  private Answer signup;

  @BeforeEach
  void signUp() {
    signup = kim.signUp();
  }

  @Test
  void givesAnotherPasswordToWhoKnowsTheOneBefore() {
    assertThat(change(Signet.PASSWORD, CHOSEN).status()).isEqualTo(204);

    assertThat(Signet.login(kim.username(), Signet.PASSWORD).status()).isEqualTo(401);
    assertThat(Signet.login(kim.username(), CHOSEN).status()).isEqualTo(200);
  }

  @Test
  void endsEverySessionButTheOneItIsAskedForIn() {
    Answer elsewhere = kim.login();

    change(Signet.PASSWORD, CHOSEN);

    assertThat(Signet.refresh(elsewhere.refresh()).text("code")).isEqualTo("password_changed");
    assertThat(Signet.get("/api/me", elsewhere.access()).text("code"))
        .isEqualTo("password_changed");
    assertThat(Signet.get("/api/me", signup.access()).status()).isEqualTo(200);
    assertThat(Signet.refresh(signup.refresh()).status()).isEqualTo(200);
  }

  @Test
  void mailsItToTheOwner() {
    change(Signet.PASSWORD, CHOSEN);

    assertThat(MailFolder.await(kim.email(), 2).get(1).subject())
        .isEqualTo("Your password for Signet was changed");
  }

  @Test
  void refusesWhoDoesNotKnowTheOneBefore() {
    Answer answer = change(Signet.PASSWORD + "!", CHOSEN);

    assertThat(answer.body())
        .isEqualTo("{\"current_password\":[\"This is not your current password.\"]}");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(Signet.login(kim.username(), Signet.PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void saysAllThatIsWrong() {
    assertThat(Signet.send(posting(Map.of())).body())
        .isEqualTo(
            "{\"current_password\":[\"This field is required.\"],"
                + "\"new_password\":[\"This field is required.\"]}");
    assertThat(change(Signet.PASSWORD, "short").body())
        .isEqualTo("{\"new_password\":[\"Ensure this field has at least 15 characters.\"]}");
  }

  @Test
  void keepsSpacesAndTakesLongPasswords() {
    String spaced = "  " + "x".repeat(12) + " four quite different words".repeat(8) + "  ";

    assertThat(change(Signet.PASSWORD, spaced).status()).isEqualTo(204);

    assertThat(Signet.login(kim.username(), spaced).status()).isEqualTo(200);
    assertThat(Signet.login(kim.username(), spaced.strip()).status()).isEqualTo(401);
  }

  @Test
  void makesALinkGoodNoMoreThatWasMailedBefore() {
    Signet.post("/api/auth/password/forgot", Map.of("email", kim.email()));
    String token = MailFolder.await(kim.email(), 2).get(1).token();

    change(Signet.PASSWORD, CHOSEN);

    assertThat(
            Signet.post(
                    "/api/auth/password/reset", Map.of("token", token, "password", CHOSEN + "!"))
                .status())
        .isEqualTo(410);
  }

  @Test
  void isForWhoIsLoggedInOnly() {
    Map<String, String> request =
        Map.of("current_password", Signet.PASSWORD, "new_password", CHOSEN);

    Refusals.assertUnauthenticated(
        Signet.post(CHANGE, request),
        "Authentication credentials were not provided.",
        "not_authenticated");
    Signet.post("/api/auth/logout", Map.of("refresh", signup.refresh()));
    assertThat(change(Signet.PASSWORD, CHOSEN).status()).isEqualTo(401);
    assertThat(Signet.login(kim.username(), Signet.PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void isForUsersOnly() {
    Rows.change("update account set roles = 'robot' where username = ?", kim.username());
    String robot = Signet.refresh(signup.refresh()).access();

    assertThat(
            Signet.send(posting(Map.of()).setHeader("Authorization", "Bearer " + robot)).status())
        .isEqualTo(403);
  }

  private Answer change(String current, String chosen) {
    return Signet.send(posting(Map.of("current_password", current, "new_password", chosen)));
  }

  private HttpRequest.Builder posting(Map<String, String> members) {
    return Signet.posting(CHANGE, members).header("Authorization", "Bearer " + signup.access());
  }
}
