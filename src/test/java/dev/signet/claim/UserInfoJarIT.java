package dev.signet.claim;

import static dev.signet.wire.OAuthClient.answered;
import static org.assertj.core.api.Assertions.assertThat;

import com.example.staff.StaffPhone;
import dev.signet.wire.Answer;
import dev.signet.wire.Claims;
import dev.signet.wire.CookieClient;
import dev.signet.wire.Detour;
import dev.signet.wire.OAuthClient;
import dev.signet.wire.Overlay;
import dev.signet.wire.Person;
import dev.signet.wire.ServerProcess;
import dev.signet.wire.Signet;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A JAR in {@code WEB-INF/lib} that knows under which number people are called. */
@Tag("startup")
class UserInfoJarIT {

  private static final String NUMBER = "+44 20 7946 0000;ext=7001";

  private static final OAuthClient CRM =
      new OAuthClient("crm", "", "https://crm.example/callback", Map.of());

  private static Path register;
  private static ServerProcess server;

  private final Person kim = Person.stranger();
  private CookieClient browser;

  @BeforeAll
  static void start() throws IOException {
    Path folder = ServerProcess.folder("userinfo");
    register = Files.createFile(folder.resolve("staff.properties"));
    Path war = Overlay.warWithPackageOf(folder, StaffPhone.class);
    Map<String, String> environment =
        Map.of(
            "STAFF_REGISTER",
            register.toString(),
            "STAFF_SWITCHBOARD",
            "+44 20 7946 0000",
            "SIGNET_CLIENTS_CRM_REDIRECT_URIS",
            CRM.redirectUri(),
            "SIGNET_CLIENTS_CRM_SCOPES",
            "openid,email,phone");
    server = ServerProcess.start(folder, war, environment).awaitReady();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void logIn() throws IOException {
    server.post("/api/auth/signup", kim.signupRequest());
    browser = new CookieClient(server::request);
    browser.submit("/login", Map.of("username", kim.username(), "password", Signet.PASSWORD));
    Files.writeString(register, kim.username() + "=7001 press sales");
  }

  @Test
  void tellsThemByTheScopeThatThePersonHasAllowed() throws IOException {
    JsonObject tokens = tokens(CRM.requestWith("scope", "openid phone"), "your telephone number");
    String access = tokens.getString("access_token");

    JsonObject told = userInfo(access);
    assertThat(told).containsOnlyKeys("sub", "phone_number", "phone_number_verified");
    assertThat(told.getString("phone_number")).isEqualTo(NUMBER);
    assertThat(told.getBoolean("phone_number_verified")).isTrue();
    assertThat(Claims.of(tokens.getString("id_token"))).doesNotContainKey("phone_number");

    Files.writeString(register, "");
    assertThat(userInfo(access)).as("who has left").containsOnlyKeys("sub");
  }

  @Test
  void tellsOneInAnIdTokenWhereAClientAsksForIt() {
    JsonObject tokens =
        tokens(
            CRM.requestWith("claims", "{\"id_token\":{\"phone_number\":null,\"name\":null}}"),
            "your telephone number");

    assertThat(Claims.of(tokens.getString("id_token")).getString("phone_number")).isEqualTo(NUMBER);
    assertThat(Claims.of(tokens.getString("id_token")))
        .doesNotContainKeys("phone_number_verified", "name");
    assertThat(userInfo(tokens.getString("access_token"))).containsOnlyKeys("sub");
  }

  @Test
  void tellsNothingByOtherScopes() {
    JsonObject tokens = tokens(CRM.requestWith("scope", "openid email"), "your e-mail address");

    assertThat(userInfo(tokens.getString("access_token")))
        .containsOnlyKeys("sub", "email", "email_verified");
  }

  /** A client cannot tell from what is wrong what it is not to know. */
  @Test
  void saysNothingOfWhatFails() throws IOException {
    JsonObject tokens = tokens(CRM.requestWith("scope", "openid phone"), "your telephone number");
    Files.writeString(register, kim.username() + "=seven");

    Answer answer = server.get("/oauth2/userinfo", tokens.getString("access_token"));

    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.body()).doesNotContain("seven", "NumberFormat");
  }

  @Test
  void isInTheMetadata() {
    JsonObject metadata = server.get("/.well-known/openid-configuration", "").json();

    assertThat(metadata.getJsonArray("scopes_supported").getValuesAs(JsonString::getString))
        .contains("phone");
    assertThat(metadata.getJsonArray("claims_supported").getValuesAs(JsonString::getString))
        .contains("phone_number", "phone_number_verified");
  }

  /** What the client gets once the person has allowed something. */
  private JsonObject tokens(Map<String, String> request, String sentence) {
    Detour consent = Detour.of(browser, request);
    assertThat(consent.page().body()).contains(sentence);
    String next = Detour.next(consent.decide("allow"));
    Map<String, String> form =
        new HashMap<>(CRM.exchanging(answered(browser.get(next)).get("code")));
    form.put("client_id", CRM.id());
    Answer tokens =
        server.send(
            server
                .request("/oauth2/token")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(OAuthClient.query(form))));
    assertThat(tokens.status()).as(tokens.body()).isEqualTo(200);
    return tokens.json();
  }

  private static JsonObject userInfo(String token) {
    Answer answer = server.get("/oauth2/userinfo", token);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }
}
