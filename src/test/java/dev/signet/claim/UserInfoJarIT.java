package dev.signet.claim;

import static dev.signet.wire.OAuthClient.answered;
import static org.assertj.core.api.Assertions.assertThat;

import com.example.staff.StaffMember;
import com.example.staff.StaffPhone;
import com.example.staff.StaffRegister;
import dev.signet.wire.Answer;
import dev.signet.wire.Claims;
import dev.signet.wire.CookieClient;
import dev.signet.wire.Detour;
import dev.signet.wire.OAuthClient;
import dev.signet.wire.Overlay;
import dev.signet.wire.OwnDatabase;
import dev.signet.wire.Person;
import dev.signet.wire.ServerProcess;
import dev.signet.wire.Signet;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

  /** It need not ask, and may not have telephone numbers. */
  private static final OAuthClient WIKI =
      new OAuthClient("wiki", "", "https://wiki.example/callback", Map.of());

  private static Path register;
  private static OwnDatabase database;
  private static ServerProcess server;

  private final Person kim = Person.stranger();
  private CookieClient browser;
  private UUID account;

  @BeforeAll
  static void start() throws IOException {
    Path folder = ServerProcess.folder("userinfo");
    register = Files.createFile(folder.resolve("staff.properties"));
    Path war = Overlay.war(folder, StaffPhone.class, StaffRegister.class, StaffMember.class);
    Map<String, String> environment =
        Map.of(
            // Of access tokens, where the name of one of UserInfo's is nobody's.
            "SIGNET_TOKEN_USER_ID_CLAIM",
            "email",
            "STAFF_REGISTER",
            register.toString(),
            "STAFF_SWITCHBOARD",
            "+44 20 7946 0000",
            "SIGNET_CLIENTS_CRM_REDIRECT_URIS",
            CRM.redirectUri(),
            "SIGNET_CLIENTS_CRM_SCOPES",
            "openid,email,phone,offline_access",
            "SIGNET_CLIENTS_WIKI_REDIRECT_URIS",
            WIKI.redirectUri(),
            "SIGNET_CLIENTS_WIKI_CONSENT",
            "false");
    database = OwnDatabase.created("userinfo");
    server = ServerProcess.start(folder, war, database.environment(environment)).awaitReady();
  }

  @AfterAll
  static void stop() {
    server.close();
    database.close();
  }

  @BeforeEach
  void logIn() throws IOException {
    account = server.post("/api/auth/signup", kim.signupRequest()).accountId();
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

  /** Who has allowed his address has not allowed his number. */
  @Test
  void tellsNoSingleOneWithoutAskingThePersonAgain() {
    tokens(CRM.requestWith("scope", "openid email"), "your e-mail address");

    Detour consent =
        Detour.of(browser, CRM.requestWith("claims", "{\"userinfo\":{\"phone_number\":null}}"));

    assertThat(consent.location()).startsWith("/signet/consent?");
    assertThat(consent.page().body()).contains("your telephone number");
  }

  @Test
  void tellsNothingToAClientThatMayNotAskForIt() {
    String claims = "{\"userinfo\":{\"phone_number\":null},\"id_token\":{\"phone_number\":null}}";
    Map<String, String> request = WIKI.requestWith("claims", claims);
    request.put("scope", "openid phone");

    JsonObject tokens = exchange(WIKI, answered(browser.get(OAuthClient.path(request)))).json();

    assertThat(Claims.of(tokens.getString("id_token"))).doesNotContainKey("phone_number");
    assertThat(userInfo(tokens.getString("access_token"))).containsOnlyKeys("sub");
  }

  /** Nobody gets the tokens beside the ID token that cannot be made: they are of no session. */
  @Test
  void leavesNothingOpenWhereAnIdTokenCannotBeMade() throws IOException {
    Map<String, String> request =
        CRM.requestWith("claims", "{\"id_token\":{\"phone_number\":null}}");
    request.put("scope", "openid offline_access");
    Map<String, String> allowed = allowed(request, "your telephone number");
    Files.writeString(register, kim.username() + "=seven");

    assertThat(exchange(CRM, allowed).status()).isEqualTo(500);

    assertThat(sessions()).isEmpty();
    Files.writeString(register, kim.username() + "=7001 press sales");
    assertThat(exchange(CRM, allowed).text("error")).isEqualTo("invalid_grant");
    assertThat(exchange(CRM, answered(browser.get(OAuthClient.path(request)))).status())
        .isEqualTo(200);
    assertThat(sessions()).hasSize(1);
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
    Answer tokens = exchange(CRM, allowed(request, sentence));
    assertThat(tokens.status()).as(tokens.body()).isEqualTo(200);
    return tokens.json();
  }

  /** The answer with a code, once he has allowed what a page names. */
  private Map<String, String> allowed(Map<String, String> request, String sentence) {
    Detour consent = Detour.of(browser, request);
    assertThat(consent.page().body()).contains(sentence);
    return answered(browser.get(Detour.next(consent.decide("allow"))));
  }

  private static Answer exchange(OAuthClient client, Map<String, String> answered) {
    Map<String, String> form = client.exchanging(answered.get("code"));
    form.put("client_id", client.id());
    return server.send(
        server
            .request("/oauth2/token")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(OAuthClient.query(form))));
  }

  /** What goes on of those that clients were given of the person. */
  private List<Map<String, String>> sessions() {
    return database.rows(
        "select id from session where client_id is not null and revoked_at is null"
            + " and account_id = '%s'".formatted(account));
  }

  private static JsonObject userInfo(String token) {
    Answer answer = server.get("/oauth2/userinfo", token);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }
}
