package dev.signet.session;

import com.example.office.OfficeResource;
import dev.signet.wire.Answer;
import dev.signet.wire.Overlay;
import dev.signet.wire.Person;
import dev.signet.wire.Rows;
import dev.signet.wire.ServerProcess;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** A second node on the database of the suite's, with a JAR that changes accounts. */
final class Office implements AutoCloseable {

  private final ServerProcess node;
  private final String clerk;

  /** A node whose accounts may have so many sessions. */
  Office(int mostSessions) {
    Path folder = ServerProcess.folder("office-" + System.getProperty("it.database"));
    Map<String, String> environment =
        Map.of(
            "SIGNET_DB_URL", System.getProperty("it.database.url"),
            "SIGNET_SECRET", System.getenv("SIGNET_SECRET"),
            "SIGNET_KEY_POLL_INTERVAL", "PT0.5S",
            "SIGNET_SESSION_MAX_PER_ACCOUNT", Integer.toString(mostSessions));
    Path war = Overlay.warWithPackageOf(folder, OfficeResource.class);
    node = ServerProcess.start(folder, war, environment).awaitReady();
    Person admin = Person.stranger();
    Rows.change("update account set roles = 'admin user' where id = ?", admin.signUp().accountId());
    clerk = admin.login().access();
  }

  ServerProcess node() {
    return node;
  }

  Answer put(UUID account, String what, Map<String, String> members) {
    return putAs(clerk, account, what, members);
  }

  Answer delete(UUID account, String what) {
    return node.send(request(account, what, clerk).DELETE());
  }

  Answer putAs(String token, UUID account, String what, Map<String, String> members) {
    String body =
        members.entrySet().stream()
            .map(member -> "\"%s\":\"%s\"".formatted(member.getKey(), member.getValue()))
            .collect(Collectors.joining(",", "{", "}"));
    return node.send(
        request(account, "/" + what, token)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder request(UUID account, String what, String token) {
    return node.request("/api/office/" + account + what).header("Authorization", "Bearer " + token);
  }

  @Override
  public void close() {
    node.close();
  }
}
