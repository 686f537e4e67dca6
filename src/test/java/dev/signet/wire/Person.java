package dev.signet.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Somebody whom no other test knows. */
public record Person(String username, String email) {

  public static Person stranger() {
    String name = "p" + UUID.randomUUID().toString().replace("-", "");
    return new Person(name, name + "@example.org");
  }

  /** A person with an account. */
  public static Person signedUp() {
    Person person = stranger();
    person.signUp();
    return person;
  }

  public Answer signUp() {
    Answer answer = Signet.post("/api/auth/signup", signupRequest());
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer;
  }

  public Map<String, String> signupRequest() {
    return Map.of(
        "username", username, "email", email, "name", "Somebody", "password", Signet.PASSWORD);
  }

  /** A stranger's request with one field of another value. */
  public static Map<String, String> signupRequestWith(String field, String value) {
    Map<String, String> request = new HashMap<>(stranger().signupRequest());
    request.put(field, value);
    return request;
  }

  public Answer login() {
    Answer answer = Signet.login(username, Signet.PASSWORD);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer;
  }
}
