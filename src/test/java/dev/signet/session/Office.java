package dev.signet.session;

import com.example.office.OfficeResource;
import dev.signet.wire.Answer;
import dev.signet.wire.Overlay;
import dev.signet.wire.Person;
import dev.signet.wire.Rows;
import dev.signet.wire.ServerProcess;
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
    return send("PUT", account, "/" + what, members, clerk);
  }

  Answer delete(UUID account, String what) {
    return send("DELETE", account, what, Map.of(), clerk);
  }

  Answer putAs(String token, UUID account, String what, Map<String, String> members) {
    return send("PUT", account, "/" + what, members, token);
  }

  private Answer send(
      String method, UUID account, String what, Map<String, String> members, String token) {
    String body =
        members.entrySet().stream()
            .map(member -> "\"%s\":\"%s\"".formatted(member.getKey(), member.getValue()))
            .collect(Collectors.joining(",", "{", "}"));
    return node.send(
        node.request("/api/office/" + account + what)
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + token)
            .method(method, BodyPublishers.ofString(body)));
  }

  @Override
  public void close() {
    node.close();
  }
}
