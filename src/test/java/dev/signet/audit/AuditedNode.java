package dev.signet.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.auditor.AuditorResource;
import com.example.office.OfficeResource;
import dev.signet.wire.Answer;
import dev.signet.wire.Claims;
import dev.signet.wire.Eventually;
import dev.signet.wire.Overlay;
import dev.signet.wire.OwnDatabase;
import dev.signet.wire.Person;
import dev.signet.wire.ServerProcess;
import dev.signet.wire.Signet;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A node on a database of its own, with JARs that change accounts and verify the audit. */
final class AuditedNode implements AutoCloseable {

  private final OwnDatabase database;
  private final ServerProcess server;
  private final Person auditor = Person.stranger();
  private final String token;
  private final String session;

  AuditedNode(String name, Map<String, String> settings) {
    String run = name + "-" + System.getProperty("it.database");
    Path folder = ServerProcess.folder(run);
    Path war = Overlay.war(folder, OfficeResource.class, AuditorResource.class);
    database = OwnDatabase.created(run);
    Map<String, String> environment = new HashMap<>(database.environment(settings));
    environment.put("SIGNET_MAIL_FOLDER", System.getProperty("it.mail.folder"));
    environment.put("SIGNET_MAIL_POLL_INTERVAL", "PT0.1S");
    server = ServerProcess.start(folder, war, environment).awaitReady();
    signUp(auditor);
    database.change("update account set roles = 'admin user'");
    Answer login = login(auditor);
    token = login.access();
    session = sid(login);
  }

  ServerProcess server() {
    return server;
  }

  OwnDatabase database() {
    return database;
  }

  /** What the records say, the oldest first. */
  List<Map<String, String>> records() {
    return database.rows("select * from audit_event order by seq");
  }

  long lastSeq() {
    return database.count("select seq from audit_head");
  }

  /** The records after one, once there are so many; and no more. */
  List<Map<String, String>> recordsAfter(long seq, int expected) {
    String since = "select * from audit_event where seq > " + seq + " order by seq";
    List<Map<String, String>> found =
        Eventually.get(() -> database.rows(since), rows -> rows.size() >= expected);
    assertThat(found).hasSize(expected);
    return found;
  }

  JsonObject verdict() {
    Answer answer = server.get("/api/auditor", token);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }

  /** Who is behind {@link #put} and {@link #delete}. */
  Actor actor() {
    String id =
        database
            .rows("select id from account where username = '" + auditor.username() + "'")
            .get(0)
            .getOrDefault("id", "");
    return new Actor(id, session);
  }

  record Actor(String account, String session) {}

  Answer put(UUID account, String what, Map<String, String> members) {
    return server.send(
        office(account, "/" + what)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(json(members))));
  }

  Answer delete(UUID account) {
    return server.send(office(account, "").DELETE());
  }

  Answer signUp(Person person) {
    Answer answer = server.post("/api/auth/signup", person.signupRequest());
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer;
  }

  Answer login(Person person) {
    Answer answer = login(person, Signet.PASSWORD);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer;
  }

  Answer login(Person person, String password) {
    return server.post(
        "/api/auth/login", Map.of("username", person.username(), "password", password));
  }

  /** As a program that calls itself so. */
  Answer post(String path, String agent, Map<String, String> members) {
    return server.send(
        server
            .request(path)
            .header("Content-Type", "application/json")
            .header("User-Agent", agent)
            .POST(BodyPublishers.ofString(json(members))));
  }

  /** What somebody asks of his own account. */
  void ask(String what, Answer login, Map<String, String> members) {
    server.send(
        server
            .request("/api/auth/" + what)
            .header("Authorization", "Bearer " + login.access())
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json(members))));
  }

  /** Without a body, by whom a login was. */
  void send(String path, Answer login, String method) {
    HttpRequest.Builder request =
        server.request(path).header("Authorization", "Bearer " + login.access());
    Answer answer = server.send(request.method(method, BodyPublishers.noBody()));
    assertThat(answer.status()).as(answer.body()).isEqualTo(204);
  }

  private static String json(Map<String, String> members) {
    return Json.createObjectBuilder(Map.<String, Object>copyOf(members)).build().toString();
  }

  static String sid(Answer login) {
    return Claims.of(login.access()).getString("sid");
  }

  private HttpRequest.Builder office(UUID account, String what) {
    return server
        .request("/api/office/" + account + what)
        .header("Authorization", "Bearer " + token);
  }

  @Override
  public void close() {
    server.close();
    database.close();
  }
}
