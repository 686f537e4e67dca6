package dev.signet.startup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.wire.Answer;
import dev.signet.wire.Person;
import dev.signet.wire.ServerProcess;
import dev.signet.wire.Signet;
import jakarta.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server whose settings are none of the defaults. */
@Tag("startup")
class SettingsIT {

  private static final String ME = "/api/me";

  private static ServerProcess server;

  private final Person kim = Person.stranger();
  private final Answer signup = server.post("/api/auth/signup", kim.signupRequest());

  @BeforeAll
  static void start() {
    Map<String, String> environment =
        Map.ofEntries(
            Map.entry("SIGNET_BEARER_HEADER_NAME", "X-Access-Token"),
            Map.entry("SIGNET_BEARER_HEADER_TYPES", "JWT,Bearer"),
            Map.entry("SIGNET_BEARER_TOKEN_TYPES", "access,sliding"),
            Map.entry("SIGNET_SIMPLEJWT_ROTATE_REFRESH_TOKENS", "true"),
            Map.entry("SIGNET_SIMPLEJWT_BLACKLIST_AFTER_ROTATION", "true"),
            Map.entry("SIGNET_SESSION_ROTATION_GRACE", "PT0S"),
            Map.entry("SIGNET_SLIDING_LIFETIME", "PT7M"),
            Map.entry("SIGNET_SLIDING_REFRESH_LIFETIME", "PT9H"),
            Map.entry("SIGNET_SLIDING_REFRESH_EXP_CLAIM", "until"),
            Map.entry("SIGNET_TOKEN_TYPE_CLAIM", "kind"),
            Map.entry("SIGNET_TOKEN_JTI_CLAIM", "token_id"),
            Map.entry("SIGNET_TOKEN_USER_ID_CLAIM", "uid"),
            Map.entry("SIGNET_TOKEN_USER_ID_FIELD", "username"),
            Map.entry("SIGNET_TOKEN_AUDIENCE", "signet,shop"));
    server =
        ServerProcess.start(ServerProcess.folder("settings"), ServerProcess.war(), environment);
    server.awaitReady();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"JWT ", "jwt ", "Bearer "})
  void readsTheTokenFromTheHeaderAndAfterTheWordsThatAreWanted(String scheme) {
    assertThat(withHeader("X-Access-Token", scheme + signup.access()).status()).isEqualTo(200);
  }

  @Test
  void looksNowhereElseForIt() {
    assertThat(withHeader("Authorization", "Bearer " + signup.access()).status()).isEqualTo(401);
    assertThat(withHeader("X-Access-Token", "Token " + signup.access()).text("code"))
        .isEqualTo("not_authenticated");
  }

  @Test
  void challengesByTheFirstOfTheWords() {
    assertThat(server.send(server.request(ME)).header("WWW-Authenticate"))
        .isEqualTo("JWT realm=\"api\"");
    assertThat(server.send(server.request("/api/nothing")).status()).isEqualTo(404);
  }

  @Test
  void callsClaimsWhatIsWanted() {
    JsonObject claims = me(signup.access()).json().getJsonObject("token");

    assertThat(claims.getString("kind")).isEqualTo("access");
    assertThat(claims.getString("uid")).isEqualTo(kim.username());
    assertThat(claims.getString("token_id")).isEqualTo(claims.getString("jti"));
    assertThat(claims.getJsonArray("aud")).hasToString("[\"signet\",\"shop\"]");
    assertThat(claims).doesNotContainKeys("token_type", "user_id");
  }

  @Test
  void takesASlidingTokenForABearerToken() {
    String sliding = sliding();

    JsonObject claims = me(sliding).json().getJsonObject("token");

    assertThat(claims.getString("kind")).isEqualTo("sliding");
    assertThat(claims.getInt("exp") - claims.getInt("iat")).isEqualTo(7 * 60);
    assertThat(claims.getInt("until") - claims.getInt("auth_time")).isEqualTo(9 * 3600);
  }

  @Test
  void saysOfEachTypeWhyItDoesNotTakeAToken() {
    Answer refused = me(signup.refresh());

    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.body())
        .isEqualTo(
            "{\"detail\":\"Given token not valid for any token type\",\"code\":\"token_not_valid\","
                + "\"messages\":[{\"token_class\":\"AccessToken\",\"token_type\":\"access\","
                + "\"message\":\"Token has wrong type\"},{\"token_class\":\"SlidingToken\","
                + "\"token_type\":\"sliding\",\"message\":\"Token has wrong type\"}]}");
  }

  @Test
  void saysThatASlidingTokenWasBlacklisted() {
    String sliding = sliding();
    assertThat(server.post("/api/token/blacklist/", Map.of("refresh", sliding)).body())
        .isEqualTo("{}");

    assertThat(me(sliding).json().getJsonArray("messages").getJsonObject(1).getString("message"))
        .isEqualTo("Token is blacklisted");
    assertThat(server.post("/api/token/verify/", Map.of("token", sliding)).text("detail"))
        .isEqualTo("Token is blacklisted");
  }

  @Test
  void slides() {
    String first = sliding();

    Answer slid = server.post("/api/token/sliding/refresh/", Map.of("token", first));

    JsonObject before = me(first).json().getJsonObject("token");
    JsonObject after = me(slid.text("token")).json().getJsonObject("token");
    assertThat(after.getString("token_id")).isEqualTo(before.getString("token_id"));
    assertThat(after.get("until")).isEqualTo(before.get("until"));
  }

  @Test
  void endsTheSessionOfARefreshTokenThatIsUsedAgainAfterItsRotation() {
    Answer next = server.post("/api/token/refresh/", Map.of("refresh", signup.refresh()));
    assertThat(next.json().keySet()).containsExactly("access", "refresh");

    Answer replayed = server.post("/api/token/refresh/", Map.of("refresh", signup.refresh()));

    assertThat(replayed.text("code")).isEqualTo("token_reused");
    assertThat(server.post("/api/token/refresh/", Map.of("refresh", next.refresh())).text("detail"))
        .isEqualTo("Token is blacklisted");
    assertThat(me(next.access()).status()).isEqualTo(401);
  }

  private String sliding() {
    return server
        .post(
            "/api/token/sliding/", Map.of("username", kim.username(), "password", Signet.PASSWORD))
        .text("token");
  }

  private static Answer me(String token) {
    return withHeader("X-Access-Token", "JWT " + token);
  }

  private static Answer withHeader(String name, String value) {
    return server.send(server.request(ME).header(name, value));
  }
}
