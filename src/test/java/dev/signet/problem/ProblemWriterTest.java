package dev.signet.problem;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemWriterTest {

  private static final MediaType PROBLEM_JSON = new MediaType("application", "problem+json");

  private static final Scheme BEARER = new Scheme("Bearer");

  @Test
  void writesTheDetailBeforeTheCode() {
    Response response = written(Problem.NO_ACTIVE_ACCOUNT.refusal());
    assertThat(response.getStatus()).isEqualTo(401);
    assertThat(response.getMediaType()).isEqualTo(MediaType.APPLICATION_JSON_TYPE);
    assertThat(response.getEntity())
        .isEqualTo(
            "{\"detail\":\"No active account found with the given credentials\","
                + "\"code\":\"no_active_account\"}");
  }

  @Test
  void writesTheReasonAsAMessageOfItsTokenClass() {
    assertThat(written(asAccess(Problem.TOKEN_EXPIRED.refusal())).getEntity())
        .isEqualTo(
            "{\"detail\":\"Given token not valid for any token type\",\"code\":\"token_not_valid\","
                + "\"messages\":[{\"token_class\":\"AccessToken\",\"token_type\":\"access\","
                + "\"message\":\"Token is expired\"}]}");
  }

  @Test
  void challengesWithoutAnErrorWhereNoTokenWasShown() {
    assertThat(challenge(Problem.NOT_AUTHENTICATED.refusal())).isEqualTo("Bearer realm=\"api\"");
    assertThat(challenge(Problem.NO_ACTIVE_ACCOUNT.refusal())).isEqualTo("Bearer realm=\"api\"");
  }

  @Test
  void challengesWithTheErrorOfRfc6750() {
    assertThat(challenge(asAccess(Problem.TOKEN_EXPIRED.refusal())))
        .isEqualTo(
            "Bearer realm=\"api\", error=\"invalid_token\", error_description=\"Token is"
                + " expired\"");
    assertThat(challenge(Problem.BAD_AUTHORIZATION_HEADER.refusal()))
        .isEqualTo(
            "Bearer realm=\"api\", error=\"invalid_request\", error_description=\"Authorization"
                + " header must contain two space-delimited values\"");
    assertThat(challenge(Problem.PERMISSION_DENIED.refusal()))
        .isEqualTo(
            "Bearer realm=\"api\", error=\"insufficient_scope\", error_description=\"You do not"
                + " have permission to perform this action.\"");
  }

  /** RFC 6750 §3: neither a quotation mark nor a backslash may stand in a description. */
  @Test
  void challengesWithoutBreakingTheQuotes() {
    assertThat(challenge(asAccess(Problem.TOKEN_WITHOUT_CLAIM.refusal("\""))))
        .endsWith("error_description=\"Token has no ''' claim\"");
  }

  @ParameterizedTest
  @EnumSource
  void challengesOn401And403Only(Problem problem) {
    assertThat(written(problem.refusal("x")).getHeaders().containsKey("WWW-Authenticate"))
        .isEqualTo(problem.status() == 401 || problem.status() == 403);
  }

  @ParameterizedTest
  @EnumSource
  void saysWhenToComeBackOn503Only(Problem problem) {
    assertThat(written(problem.refusal("x")).getHeaderString("Retry-After"))
        .isEqualTo(problem.status() == 503 ? "1" : null);
  }

  /** As Django REST framework says it, up to the singular. RFC 6585 §4, RFC 9110 §10.2.3. */
  @Test
  void saysWhenWhatWasTriedTooOftenMayBeTriedAgain() {
    assertThrottled(Duration.ofMillis(1_234_001), "1235", "1235 seconds");
    assertThrottled(Duration.ofSeconds(2), "2", "2 seconds");
    assertThrottled(Duration.ofSeconds(1), "1", "1 second");
    assertThrottled(Duration.ofMillis(1), "1", "1 second");
  }

  private static void assertThrottled(Duration wait, String retryAfter, String time) {
    Response response = written(ProblemException.throttled(wait));
    assertThat(response.getStatus()).isEqualTo(429);
    assertThat(response.getHeaderString("Retry-After")).isEqualTo(retryAfter);
    assertThat(response.getEntity())
        .isEqualTo(
            "{\"detail\":\"Request was throttled. Expected available in %s.\",\"code\":\"throttled\"}"
                .formatted(time));
  }

  @ParameterizedTest
  @EnumSource
  void variesByWhatTheRequestAccepts(Problem problem) {
    assertThat(written(problem.refusal("x")).getHeaderString("Vary"))
        .isEqualTo("Accept, Accept-Language");
  }

  @Test
  void addsTheMembersOfRfc9457ForWhoAsksForThem() {
    Response response =
        new ProblemWriter(BEARER, TestHeaders.accepting(PROBLEM_JSON)::getHeaderString)
            .write(Problem.ACCOUNT_EXISTS.refusal())
            .build();
    assertThat(response.getMediaType()).isEqualTo(PROBLEM_JSON);
    assertThat(response.getEntity())
        .isEqualTo(
            "{\"detail\":\"An account with this username or e-mail address already exists.\","
                + "\"code\":\"account_exists\",\"type\":\"about:blank\",\"title\":\"Conflict\","
                + "\"status\":409}");
  }

  @ParameterizedTest
  @EnumSource
  void knowsATitleForEveryStatus(Problem problem) {
    Response response =
        new ProblemWriter(BEARER, TestHeaders.accepting(PROBLEM_JSON)::getHeaderString)
            .write(problem.refusal("x"))
            .build();
    assertThat(response.getEntity().toString()).contains("\"status\":" + problem.status());
  }

  @Test
  void writesWhatIsWrongWithFieldsAsTheyAre() {
    Response response =
        new ProblemWriter(BEARER, TestHeaders.accepting()::getHeaderString)
            .write(FieldErrors.of("a", "field_null"))
            .build();
    assertThat(response.getStatus()).isEqualTo(400);
    assertThat(response.getEntity()).isEqualTo("{\"a\":[\"This field may not be null.\"]}");
  }

  @Test
  void escapesWhatItRepeats() {
    assertThat(written(Problem.METHOD_NOT_ALLOWED.refusal("\"}\n<\u2028")).getEntity().toString())
        .startsWith("{\"detail\":\"Method \\\"\\\"}\\n<")
        .endsWith("\\\" not allowed.\",\"code\":\"method_not_allowed\"}");
  }

  @Test
  void challengesByTheSchemeThatIsWanted() {
    Response response =
        new ProblemWriter(new Scheme("JWT"), TestHeaders.accepting()::getHeaderString)
            .write(Problem.NOT_AUTHENTICATED.refusal())
            .build();
    assertThat(response.getHeaderString("WWW-Authenticate")).isEqualTo("JWT realm=\"api\"");
  }

  private static ProblemException asAccess(ProblemException reason) {
    return ProblemException.asNone(Map.of("access", reason));
  }

  private static Response written(ProblemException refusal) {
    return new ProblemWriter(
            BEARER, TestHeaders.accepting(MediaType.WILDCARD_TYPE)::getHeaderString)
        .write(refusal)
        .build();
  }

  private static String challenge(ProblemException refusal) {
    return written(refusal).getHeaderString("WWW-Authenticate");
  }
}
