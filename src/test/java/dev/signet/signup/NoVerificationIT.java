package dev.signet.signup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.wire.Answer;
import dev.signet.wire.Letter;
import dev.signet.wire.MailServer;
import dev.signet.wire.Person;
import dev.signet.wire.ServerProcess;
import dev.signet.wire.Signet;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Accounts where {@code signet.signup.verification} is none: nobody proves an address. */
@Tag("startup")
class NoVerificationIT {

  private static MailServer mailServer;
  private static ServerProcess server;

  private final Person kim = Person.stranger();

  @BeforeAll
  static void start() {
    mailServer = MailServer.start();
    Map<String, String> environment = new HashMap<>(mailServer.environment());
    environment.put("SIGNET_SIGNUP_VERIFICATION", "none");
    environment.put("SIGNET_MAIL_POLL_INTERVAL", "PT0.1S");
    server =
        ServerProcess.start(
                ServerProcess.folder("no-verification"), ServerProcess.war(), environment)
            .awaitReady();
  }

  @AfterAll
  static void stop() {
    server.expectQuietLog();
    server.close();
    mailServer.close();
  }

  @Test
  void anAddressIsChangedAtOnceAndBothAreTold() {
    Answer signup = signUp(kim);
    String other = Person.stranger().email();

    Answer changed = changeEmail(signup, other);

    assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    JsonObject user = server.get("/api/me", signup.access()).json().getJsonObject("user");
    assertThat(user.getString("email")).isEqualTo(other);
    assertThat(user.getBoolean("email_verified")).isFalse();
    assertThat(awaitSubjects(other)).hasSize(1);
    assertThat(awaitSubjects(kim.email()))
        .as("not of the sign-up, nor of a link that was asked for again")
        .hasSize(1);
  }

  @Test
  void aTakenAddressIsRefused() {
    Person lee = Person.stranger();
    signUp(lee);
    Answer signup = signUp(kim);

    Answer refused = changeEmail(signup, lee.email());

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("code")).isEqualTo("account_exists");
  }

  @Test
  void aForgottenPasswordIsMailedALinkNevertheless() {
    signUp(kim);

    Answer asked = server.post("/api/auth/password/forgot", Map.of("email", kim.email()));

    assertThat(asked.status()).isEqualTo(202);
    Letter letter = Letter.of(mailServer.awaitMailTo(kim.email()));
    assertThat(letter.page()).endsWith("/reset-password");
  }

  /** It asks for a link to prove the address by, too: there is none, so none is mailed. */
  private static Answer signUp(Person person) {
    Answer signup = server.post("/api/auth/signup", person.signupRequest());
    assertThat(signup.status()).isEqualTo(201);
    Answer resend = server.post("/api/auth/email/resend", Map.of("email", person.email()));
    assertThat(resend.status()).isEqualTo(202);
    return signup;
  }

  private static Answer changeEmail(Answer login, String email) {
    HttpRequest.Builder request =
        server
            .request("/api/auth/email/change")
            .header("Authorization", "Bearer " + login.access())
            .header("Content-Type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, Signet.PASSWORD)));
    return server.send(request);
  }

  private static List<String> awaitSubjects(String address) {
    return mailServer.awaitMailsTo(address, 1).stream().map(m -> Letter.of(m).subject()).toList();
  }
}
