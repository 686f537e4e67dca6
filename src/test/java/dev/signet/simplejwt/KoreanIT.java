package dev.signet.simplejwt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.key.Forger;
import dev.signet.wire.Answer;
import dev.signet.wire.Person;
import dev.signet.wire.Rows;
import dev.signet.wire.Signet;
import dev.signet.wire.WireTest;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a client reads that asks for Korean: all of it is Korean. Contract §2.8; D14. */
@WireTest
class KoreanIT {

  private static final String ME = "/api/me";

  private final Person kim = Person.stranger();
  private Answer login;

  private record Refused(String path, String token, String text) {}

  @BeforeEach
  void logIn() {
    login = kim.signUp();
  }

  /** The body that article 003 shows, with the reason that this Signet gives. */
  @Test
  void refusesAnExpiredAccessTokenAsInTheArticle() {
    String expired = Forger.ofToken(login.access()).aged(Duration.ofHours(1));

    Answer refused = bearer(expired);

    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.body()).isEqualTo(notValid("만료된 토큰"));
    assertThat(refused.header("WWW-Authenticate"))
        .isEqualTo(
            "Bearer realm=\"api\", error=\"invalid_token\","
                + " error_description=\"Token is expired\"");
    assertThat(refused.header("Vary")).isEqualTo("Accept, Accept-Language");
  }

  @Test
  void saysWhyABearerTokenIsNotValid() {
    Forger forger = Forger.ofToken(login.access());

    assertThat(bearer("garbage").body()).isEqualTo(notValid("유효하지 않은 토큰"));
    assertThat(bearer(login.refresh()).body()).isEqualTo(notValid("토큰의 타입이 올바르지 않습니다"));
    assertThat(bearer(forger.without("exp")).body()).isEqualTo(notValid("토큰에 'exp' 클레임이 없습니다"));
    assertThat(bearer(forger.without("jti")).body()).isEqualTo(notValid("토큰에 식별자가 없습니다"));
    assertThat(bearer(forger.without("token_type")).body()).isEqualTo(notValid("토큰에 타입이 없습니다"));
    TokenApi.blacklist(login.refresh());
    assertThat(bearer(login.access()).body()).isEqualTo(notValid("폐기된 토큰"));
  }

  @Test
  void saysWhatStandsByItselfAtProtectedResources() {
    String nobody = Forger.ofToken(login.access()).without("user_id");
    Answer inactive = Person.stranger().signUp();
    Answer gone = Person.stranger().signUp();
    Rows.change("update account set state = 'DISABLED' where id = ?", inactive.accountId());
    Rows.change("delete from account where id = ?", gone.accountId());

    assertSays(bearer(nobody), "토큰에 사용자를 식별할 수 있는 정보가 없습니다", "token_not_valid");
    assertSays(bearer(inactive.access()), "비활성화된 사용자입니다", "user_inactive");
    assertSays(bearer(gone.access()), "사용자를 찾을 수 없습니다", "user_not_found");
    assertSays(
        bearer("one two"), "Authorization 헤더는 공백으로 구분된 두 값이어야 합니다", "bad_authorization_header");
    assertSays(Signet.send(korean(ME)), "인증 정보가 제공되지 않았습니다.", "not_authenticated");
    assertSays(
        Signet.send(korean("/api/admin/ping").header("Authorization", "Bearer " + login.access())),
        "이 작업을 수행할 권한이 없습니다.",
        "permission_denied");
  }

  @TestFactory
  Stream<DynamicTest> saysWhyATokenIsRefused() {
    Forger forger = Forger.ofToken(login.refresh());
    Forger sliding = Forger.ofToken(TokenApi.sliding(kim));
    Answer over = Person.stranger().signUp();
    TokenApi.blacklist(over.refresh());
    String late = sliding.with("refresh_exp", 1_000_000_000);
    return Stream.of(
            new Refused(TokenApi.REFRESH, "garbage", "유효하지 않은 토큰"),
            new Refused(TokenApi.VERIFY, forger.macWith("exp", 1_000_000_000), "만료된 토큰"),
            new Refused(TokenApi.REFRESH, forger.macWithout("exp"), "토큰에 'exp' 클레임이 없습니다"),
            new Refused(TokenApi.VERIFY, forger.macWithout("jti"), "토큰에 식별자가 없습니다"),
            new Refused(TokenApi.REFRESH, forger.macWithout("token_type"), "토큰에 타입이 없습니다"),
            new Refused(TokenApi.BLACKLIST, login.access(), "토큰의 타입이 올바르지 않습니다"),
            new Refused(
                TokenApi.REFRESH, forger.macWithout("user_id"), "토큰에 사용자를 식별할 수 있는 정보가 없습니다"),
            new Refused(TokenApi.BLACKLIST, over.refresh(), "폐기된 토큰"),
            new Refused(TokenApi.SLIDE, late, "토큰의 'refresh_exp' 클레임이 만료되었습니다"))
        .map(one -> DynamicTest.dynamicTest(one.text, () -> check(one)));
  }

  @Test
  void saysWhatHasBecomeOfAnAccount() {
    Answer gone = Person.stranger().signUp();
    Rows.change("delete from account where id = ?", gone.accountId());
    TokenApi.endByPasswordChange(login.accountId());

    assertSays(
        post(TokenApi.REFRESH, "{\"refresh\":\"" + gone.refresh() + "\"}"),
        "이 토큰에 해당하는 활성 계정이 없습니다.",
        "no_active_account");
    assertSays(
        post(TokenApi.REFRESH, "{\"refresh\":\"" + login.refresh() + "\"}"),
        "사용자의 비밀번호가 변경되었습니다.",
        "password_changed");
    assertSays(
        post(TokenApi.OBTAIN, "{\"username\":\"nobody\",\"password\":\"nothing\"}"),
        "입력한 정보와 일치하는 활성 계정이 없습니다",
        "no_active_account");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                    | 필수 항목입니다.",
        "{\"token\":null}      | null일 수 없습니다.",
        "{\"token\":\"\"}      | 비워 둘 수 없습니다.",
        "{\"token\":[]}        | 올바른 문자열이 아닙니다.",
        "{\"token\":\"\\u0000\"} | 널 문자는 사용할 수 없습니다."
      })
  void saysWhatIsWrongWithAField(String body, String text) {
    Answer answer = post(TokenApi.VERIFY, body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).isEqualTo("{\"token\":[\"" + text + "\"]}");
  }

  @Test
  void saysWhatIsWrongWithARequest() {
    assertThat(post(TokenApi.VERIFY, "[]").body())
        .isEqualTo("{\"non_field_errors\":[\"잘못된 데이터입니다. 객체여야 하는데 list입니다.\"]}");
    assertSays(
        post(TokenApi.VERIFY, "{\"token\": x}"),
        "JSON 구문 오류 - 값이 있어야 합니다: line 1 column 11 (char 10)",
        "parse_error");
    assertSays(
        Signet.send(
            korean(TokenApi.VERIFY)
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("x"))),
        "요청의 미디어 타입 \\\"text/plain\\\"은(는) 지원되지 않습니다.",
        "unsupported_media_type");
    assertSays(
        Signet.send(
            korean(TokenApi.VERIFY)
                .header("Accept", "text/html")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}"))),
        "요청한 Accept 헤더를 충족할 수 없습니다.",
        "not_acceptable");
    assertSays(Signet.send(korean("/api/nothing")), "찾을 수 없습니다.", "not_found");
  }

  /** Fields that an endpoint does not know are ignored. */
  private static void check(Refused refused) {
    String body = "{\"refresh\":\"%s\",\"token\":\"%s\"}";

    assertSays(
        post(refused.path, body.formatted(refused.token, refused.token)),
        refused.text,
        "token_not_valid");
  }

  private static void assertSays(Answer answer, String text, String code) {
    assertThat(answer.body())
        .isEqualTo("{\"detail\":\"%s\",\"code\":\"%s\"}".formatted(text, code));
  }

  private static String notValid(String message) {
    return ("{\"detail\":\"이 토큰은 모든 타입의 토큰에 대해 유효하지 않습니다\","
            + "\"code\":\"token_not_valid\",\"messages\":[{\"token_class\":\"AccessToken\","
            + "\"token_type\":\"access\",\"message\":\"%s\"}]}")
        .formatted(message);
  }

  private static Answer bearer(String token) {
    return Signet.send(korean(ME).header("Authorization", "Bearer " + token));
  }

  private static Answer post(String path, String json) {
    return Signet.send(
        korean(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json)));
  }

  private static HttpRequest.Builder korean(String path) {
    return Signet.request(path).header("Accept-Language", "ko");
  }
}
