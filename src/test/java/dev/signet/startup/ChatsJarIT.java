package dev.signet.startup;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.chats.ChatStore;
import com.example.chats.ChatWarmUp;
import com.example.chats.ChatsResource;
import com.example.chats.LegalHold;
import com.example.chats.RecentChats;
import com.example.office.OfficeResource;
import dev.signet.wire.Answer;
import dev.signet.wire.Eventually;
import dev.signet.wire.Overlay;
import dev.signet.wire.Person;
import dev.signet.wire.ServerProcess;
import dev.signet.wire.Signet;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A JAR in {@code WEB-INF/lib} that fetches something at each login, from what may be broken. */
@Tag("startup")
class ChatsJarIT {

  private static ServerProcess server;

  private final Person kim = Person.stranger();

  @BeforeAll
  static void start() {
    Path folder = ServerProcess.folder("chats");
    Path war =
        Overlay.war(
            folder,
            ChatsResource.class,
            ChatStore.class,
            ChatWarmUp.class,
            RecentChats.class,
            LegalHold.class,
            OfficeResource.class);
    Map<String, String> everybodyIsAdmin = Map.of("SIGNET_SIGNUP_ROLES", "user,admin");
    server = ServerProcess.start(folder, war, everybodyIsAdmin).awaitReady();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @AfterEach
  void mend() {
    become("WORKS");
  }

  @Test
  void fetchesTheLatestOfWhoLogsIn() {
    Answer signup = signUp();

    Answer chats = awaitChats(kim, signup);

    assertThat(chats.array()).hasSize(20);
    assertThat(chats.array().getString(0)).isEqualTo("chat 100 of " + signup.accountId());
  }

  @Test
  void logsInWhoseChatsCannotBeHad() {
    become("FAILS");
    Answer signup = signUp();

    assertThat(login(kim).status()).isEqualTo(200);

    server.awaitLog("The chats cannot be had");
    assertThat(chats(signup.accountId()).status()).isEqualTo(404);
  }

  /** Many more than may wait for the store. */
  @Test
  void logsInWhileNobodyAnswers() {
    become("HANGS");
    Answer signup = signUp();

    for (int i = 0; i < 10; i++) {
      assertThat(login(kim).status()).isEqualTo(200);
    }

    assertThat(chats(signup.accountId()).status()).isEqualTo(404);
    become("WORKS");
    awaitChats(kim, signup);
  }

  @Test
  void forgetsWhoLogsOut() {
    Answer signup = signUp();
    awaitChats(kim, signup);

    server.post("/api/auth/logout", Map.of("refresh", signup.refresh()));

    assertThat(chats(signup.accountId()).status()).isEqualTo(404);
  }

  /** What comes late is of nobody. */
  @Test
  void forgetsWhoLogsOutWhileTheyAreFetched() {
    become("HANGS");
    Answer signup = signUp();
    server.post("/api/auth/logout", Map.of("refresh", signup.refresh()));
    Person lee = Person.stranger();
    Answer other = server.post("/api/auth/signup", lee.signupRequest());

    become("WORKS");

    awaitChats(lee, other);
    assertThat(chats(signup.accountId()).status()).isEqualTo(404);
  }

  @Test
  void forgetsWhoIsDeleted() {
    Answer signup = signUp();
    awaitChats(kim, signup);

    assertThat(delete(signup).status()).isEqualTo(204);

    assertThat(chats(signup.accountId()).status()).isEqualTo(404);
  }

  /** Who is asked in the transaction may refuse: nothing has changed, not even the audit. */
  @Test
  void undoesWhatIsRefusedInTheTransaction() {
    Answer signup = signUp();
    put("/api/chats/hold/" + signup.accountId(), "");

    Answer refused = delete(signup);

    assertThat(refused.status()).as(refused.body()).isEqualTo(403);
    assertThat(server.get("/api/me", signup.access()).status()).isEqualTo(200);
    assertThat(login(kim).status()).isEqualTo(200);
    assertThat(server.post("/api/auth/refresh", Map.of("refresh", signup.refresh())).status())
        .isEqualTo(200);
    assertThat(server.log().lines().filter(line -> line.contains("account_deleted")))
        .noneMatch(line -> line.contains(signup.accountId().toString()));
  }

  private Answer signUp() {
    Answer signup = server.post("/api/auth/signup", kim.signupRequest());
    assertThat(signup.status()).as(signup.body()).isEqualTo(201);
    return signup;
  }

  private static Answer login(Person person) {
    return server.post(
        "/api/auth/login", Map.of("username", person.username(), "password", Signet.PASSWORD));
  }

  private static Answer delete(Answer signup) {
    return server.send(
        server
            .request("/api/office/" + signup.accountId())
            .header("Authorization", "Bearer " + signup.access())
            .DELETE());
  }

  /** Whoever came while too many were waiting does without, and logs in again. */
  private static Answer awaitChats(Person person, Answer signup) {
    return Eventually.get(
        () -> {
          Answer found = chats(signup.accountId());
          if (found.status() != 200) {
            login(person);
          }
          return found;
        },
        answer -> answer.status() == 200);
  }

  private static Answer chats(UUID account) {
    return server.send(server.request("/api/chats/of/" + account));
  }

  private static void become(String mood) {
    put("/api/chats/mood", "{\"mood\":\"" + mood + "\"}");
  }

  private static void put(String path, String body) {
    Answer answer =
        server.send(
            server
                .request(path)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body)));
    assertThat(answer.status()).as(answer.body()).isEqualTo(204);
  }
}
