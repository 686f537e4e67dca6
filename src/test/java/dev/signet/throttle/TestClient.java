package dev.signet.throttle;

import dev.signet.wire.Answer;
import dev.signet.wire.ClientAddresses;
import dev.signet.wire.Person;
import dev.signet.wire.Signet;
import jakarta.json.Json;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;

/**
 * A client at an address.
 *
 * @param device what its cookie says; empty for none
 */
record TestClient(String address, String device) {

  static final String COOKIE = "signet-device";

  /** One that nobody knows. */
  static TestClient somewhere() {
    return new TestClient(ClientAddresses.next(), "");
  }

  /** One that nobody knows by its address. */
  static TestClient showing(String device) {
    return new TestClient(ClientAddresses.next(), device);
  }

  /** What an answer tells its client to show. */
  static String shownAfter(Answer answer) {
    return answer.header("Set-Cookie").replaceFirst("^" + COOKIE + "=([^;]*);.*", "$1");
  }

  Answer login(Person person) {
    return login(person.username(), Signet.PASSWORD);
  }

  Answer fail(Person person) {
    return login(person.username(), "not the password");
  }

  Answer login(String username, String password) {
    return post("/api/auth/login", Map.of("username", username, "password", password));
  }

  Answer post(String path, Map<String, String> members) {
    return Signet.send(posting(path, members));
  }

  HttpRequest.Builder posting(String path, Map<String, String> members) {
    String json = Json.createObjectBuilder(Map.<String, Object>copyOf(members)).build().toString();
    HttpRequest.Builder request =
        Signet.request(path)
            .setHeader(ClientAddresses.HEADER, address)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json));
    return device.isEmpty() ? request : request.header("Cookie", COOKIE + "=" + device);
  }
}
