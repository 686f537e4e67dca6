package dev.signet.startup;

import static java.net.http.HttpRequest.BodyPublishers.noBody;
import static org.assertj.core.api.Assertions.assertThat;

import com.example.gate.ClosedList;
import dev.signet.wire.Answer;
import dev.signet.wire.Overlay;
import dev.signet.wire.Person;
import dev.signet.wire.ServerProcess;
import dev.signet.wire.Signet;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A JAR in {@code WEB-INF/lib} that says who may log in, and hears of every login. */
@Tag("startup")
class GateJarIT {

  private static final String NO_ACCOUNT =
      "{\"detail\":\"No active account found for the given"
          + " token.\",\"code\":\"no_active_account\"}";

  private static Path closed;
  private static Path unreachable;
  private static ServerProcess server;

  private final Person kim = Person.stranger();

  @BeforeAll
  static void start() throws IOException {
    Path folder = ServerProcess.folder("gate");
    closed = Files.createFile(folder.resolve("closed.txt"));
    unreachable = Files.createFile(folder.resolve("unreachable.txt"));
    Path war = Overlay.warWithPackageOf(folder, ClosedList.class);
    Map<String, String> environment =
        Map.of(
            "GATE_CLOSED", closed.toString(),
            "GATE_UNREACHABLE", unreachable.toString(),
            "SIGNET_SIMPLEJWT_ROTATE_REFRESH_TOKENS", "true",
            "SIGNET_SESSION_ROTATION_GRACE", "PT0S",
            "SIGNET_LOGIN_UPDATE_LAST_LOGIN", "true");
    server = ServerProcess.start(folder, war, environment).awaitReady();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/auth/login", "/api/token/", "/api/token/sliding/"})
  void refusesALoginAsIfThePasswordWereWrong(String path) throws IOException {
    signUp();
    close();

    assertThat(login(path).status()).isEqualTo(401);
    assertThat(login(path).text("code")).isEqualTo("no_active_account");
  }

  /** The refresh that was refused has not happened: the token is the latest still. */
  @ParameterizedTest
  @ValueSource(strings = {"/api/auth/refresh", "/api/token/refresh/"})
  void refusesARefreshAndTakesTheSameTokenOnceTheRuleSaysYes(String path) throws IOException {
    Answer signup = signUp();
    close();

    for (int i = 0; i < 3; i++) {
      Answer refused = server.post(path, Map.of("refresh", signup.refresh()));
      assertThat(refused.status()).isEqualTo(401);
      assertThat(refused.body()).isEqualTo(NO_ACCOUNT);
    }
    assertThat(server.post("/api/token/verify/", Map.of("token", signup.refresh())).body())
        .isEqualTo(NO_ACCOUNT);
    Files.writeString(closed, "");

    Answer refreshed = server.post(path, Map.of("refresh", signup.refresh()));
    assertThat(refreshed.status()).as(refreshed.body()).isEqualTo(200);
    assertThat(server.get("/api/me", refreshed.access()).status()).isEqualTo(200);
  }

  /** What could not be minted was no refresh: no answer, no step. */
  @ParameterizedTest
  @ValueSource(strings = {"/api/auth/refresh", "/api/token/refresh/"})
  void leavesTheTokenTheLatestWhereAClaimCannotBeHad(String path) throws IOException {
    Answer signup = signUp();
    Files.writeString(unreachable, kim.username());

    for (int i = 0; i < 2; i++) {
      Answer failed = server.post(path, Map.of("refresh", signup.refresh()));
      assertThat(failed.status()).isEqualTo(500);
      assertThat(failed.text("code")).isEqualTo("error");
    }
    assertThat(login("/api/auth/login").status()).isEqualTo(500);
    Files.writeString(unreachable, "");

    Answer refreshed = server.post(path, Map.of("refresh", signup.refresh()));
    assertThat(refreshed.status()).as(refreshed.body()).isEqualTo(200);
    String list = sessions(refreshed);
    assertThat(list.split("\"id\"", -1)).as(list).hasSize(2);
  }

  /** An observer that fails, even in the database, does not bring back what was ended. */
  @Test
  void endsAStolenSessionWhateverObserversDo() {
    Answer signup = signUp();
    Answer next = server.post("/api/auth/refresh", Map.of("refresh", signup.refresh()));

    Answer replayed = server.post("/api/auth/refresh", Map.of("refresh", signup.refresh()));

    assertThat(replayed.text("code")).isEqualTo("token_reused");
    assertThat(server.post("/api/auth/refresh", Map.of("refresh", next.refresh())).text("detail"))
        .isEqualTo("Token is blacklisted");
    server.awaitLog("Diary, later: RefreshTokenReused");
  }

  @Test
  void refusesToSlide() throws IOException {
    signUp();
    String sliding = login("/api/token/sliding/").text("token");
    close();

    Answer refused = server.post("/api/token/sliding/refresh/", Map.of("token", sliding));

    assertThat(refused.body()).isEqualTo(NO_ACCOUNT);
  }

  @Test
  void hearsOfEveryLoginAndNeverThePassword() {
    signUp();
    assertThat(login("/api/auth/login").status()).isEqualTo(200);
    server.post("/api/token/", Map.of("username", kim.username(), "password", "hunter2-hunter2"));

    Stream.of(
            "Diary: " + kim.username() + " is in",
            "Diary: refused " + kim.username(),
            "Diary: who said ********************",
            "Diary, later: LoginSucceeded",
            "Diary, later: LoginFailed",
            "An observer of security events failed")
        .forEach(server::awaitLog);
    assertThat(server.log()).doesNotContain("hunter2-hunter2");
  }

  @Test
  void issuesTokensByCodeToWhoMayLogIn() throws IOException {
    Answer signup = signUp();

    Answer ticket = ticket(signup);

    assertThat(ticket.status()).as(ticket.body()).isEqualTo(200);
    assertThat(user(ticket).getString("username")).isEqualTo(kim.username());
    assertThat(ticket.refresh()).isNotEqualTo(signup.refresh());
    close();
    assertThat(ticket(signup).text("code")).isEqualTo("no_active_account");
    assertThat(server.send(server.request("/api/ticket").POST(noBody())).status()).isEqualTo(401);
  }

  @Test
  void showsTheLastLogin() {
    Answer signup = signUp();
    String first = signup.json().getJsonObject("user").getString("last_login");

    Answer login = login("/api/auth/login");

    String at = login.json().getJsonObject("user").getString("last_login");
    assertThat(Instant.parse(at)).isAfterOrEqualTo(Instant.parse(first));
    assertThat(user(login).getString("last_login")).isEqualTo(at);
    Answer refreshed = server.post("/api/auth/refresh", Map.of("refresh", login.refresh()));
    assertThat(user(refreshed).getString("last_login")).isEqualTo(at);
  }

  /** Rotation without blacklisting, as Simple JWT has it: both are good, and end together. */
  @Test
  void leavesTheOldRefreshTokenGoodWhereItIsNotBlacklisted() {
    Answer signup = signUp();

    Answer first = server.post("/api/token/refresh/", Map.of("refresh", signup.refresh()));
    Answer again = server.post("/api/token/refresh/", Map.of("refresh", signup.refresh()));
    Answer next = server.post("/api/token/refresh/", Map.of("refresh", first.refresh()));

    assertThat(first.json().keySet()).containsExactly("access", "refresh");
    assertThat(Stream.of(signup, first, again, next).map(Answer::refresh)).doesNotHaveDuplicates();
    server.post("/api/token/blacklist/", Map.of("refresh", signup.refresh()));
    Stream.of(signup, first, again, next)
        .forEach(
            answer ->
                assertThat(
                        server
                            .post("/api/token/refresh/", Map.of("refresh", answer.refresh()))
                            .text("detail"))
                    .isEqualTo("Token is blacklisted"));
  }

  private static String sessions(Answer login) {
    return server.get("/api/me/sessions", login.access()).body();
  }

  private static Answer ticket(Answer login) {
    return server.send(
        server
            .request("/api/ticket")
            .header("Authorization", "Bearer " + login.access())
            .POST(noBody()));
  }

  private static JsonObject user(Answer tokens) {
    return server.get("/api/me", tokens.access()).json().getJsonObject("user");
  }

  private Answer signUp() {
    Answer signup = server.post("/api/auth/signup", kim.signupRequest());
    assertThat(signup.status()).as(signup.body()).isEqualTo(201);
    return signup;
  }

  private void close() throws IOException {
    Files.writeString(closed, kim.username());
  }

  private Answer login(String path) {
    return server.post(path, Map.of("username", kim.username(), "password", Signet.PASSWORD));
  }
}
