package dev.signet.strength;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.signet.platform.CannotStart;
import dev.signet.platform.Settings;
import dev.signet.platform.TestSettings;
import dev.signet.platform.Texts;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {

  private static final String COMMON = "password_common";
  private static final String CONTEXT = "password_context";
  private static final String TAKEN = "taken";
  private static final String KEY = "\uD83D\uDD11";
  private static final List<String> JANE =
      List.of("jane_d85", "jdoe.private@acme-corp.example", "Jane Doe");

  private final PasswordPolicy policy = PasswordPolicy.from(TestSettings.shipped());

  @Test
  void takesFifteenCharactersAndNoLess() {
    assertThat(verdict("green umbrellas")).isEqualTo(TAKEN);
    assertThat(verdict("green umbrella")).isEqualTo("field_too_short");
  }

  @Test
  void takes256CharactersAndNoMore() {
    String longest = "the red hen walks over a field ".repeat(9).substring(0, 256);
    assertThat(verdict(longest)).isEqualTo(TAKEN);
    assertThat(verdict(longest + "x")).isEqualTo("field_too_long");
  }

  /** A letter with its marks is one character, and so is one beyond the basic plane. */
  @Test
  void countsCodePointsAfterNormalisation() {
    assertThat(verdict("drei bo\u0308se Flo\u0308ten")).isEqualTo(TAKEN);
    assertThat(verdict("3 bo\u0308se Flo\u0308ten")).isEqualTo("field_too_short");
    assertThat(verdict("my locks " + KEY.repeat(6))).isEqualTo(TAKEN);
    assertThat(verdict("my lock " + KEY.repeat(6))).isEqualTo("field_too_short");
  }

  /** NIST SP 800-63B-4 §3.1.1.2: no rules of composition. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "837465019283746",
        "kxqvbzjwpfhgtml",
        "KXQVBZJWPFHGTML",
        "#&(:)=+?/{]|<~;",
        "correct horse battery",
        "my cat sleeps on the radiator",
        "  seven  spoons  ",
        "jane doe likes seven green umbrellas",
        "signet rings are worn by old men",
        "In april 2024 we walked to Lisbon",
        "사과나무 아래에서 책을 읽었다",
        "зелёный чайник на плите",
        "十五字以上的密码其实并不难记住吧",
        "\uD83D\uDC22\uD83C\uDFA9\uD83E\uDD41\uD83C\uDF35\uD83D\uDEB2\uD83E\uDDC0\uD83C\uDFBB"
            + "\uD83E\uDD9C\uD83C\uDF0B\uD83D\uDCCE\uD83E\uDDED\uD83C\uDF52\uD83D\uDEF6\uD83E\uDDF5"
            + "\uD83D\uDD2D",
        "dragon sunshine lakers pickles",
        "kristina paradise",
        "837465019283746love",
        "47277732121578669171",
        "cb5687d896e2322",
        "Dragan sanchine lokers",
      })
  void takesWhatIsHardToGuess(String password) {
    assertThat(verdict(password)).isEqualTo(TAKEN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "aaaaaaaaaaaaaaa",
        "AaAaAaAaAaAaAaA",
        "aaaaabbbbbccccc",
        "               ",
        "!!!!!!!!!!!!!!!!!!",
        "123456789012345",
        "543210987654321",
        "111222333444555",
        "12345678912345678",
        "abcdefghijklmnop",
        "abc123abc123abc123",
        "qwertyuiopasdfgh",
        "qwertyuiop1234567890",
        "1qaz2wsx3edc4rfv",
        "zaq12wsxzaq12wsx",
        "asdfghjkl;asdfghjkl;",
        "!@#$%^&*()_+!@#$%",
        "passwordpassword",
        "password1234567",
        "Password123456!",
        "P@ssw0rd-P4$$w0rd",
        "p a s s w o r d 1 2 3",
        "ｐａｓｓｗｏｒｄｐａｓｓｗｏｒｄ",
        "iloveyou20242024",
        "summer2024winter2025",
        "michael19850714",
        "liverpoolfc-1892",
        "letmeinletmein!!",
        "trustno1trustno1",
        "correcthorsebatterystaple",
        "tobeornottobethatisthequestion",
        "congratulations",
        "비밀번호비밀번호비밀번호1234",
        "qlalfqjsgh12345678",
        "xkcdxkcdxkcdxkcd",
        "3.14159265358979",
        "kristinakristina",
        "maverick-20241!!",
        "19850714kristina",
        "michael19851985",
        "M4v3r1ck-M4v3r1ck",
        "ilovemymomanddad",
        "йцукенгшщзхъфыва",
        "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎ",
        "пароль1234567890",
        "パスワードパスワードパスワード",
      })
  void refusesWhatIsCommon(String password) {
    assertThat(verdict(password)).isEqualTo(COMMON);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jane-doe-jane-doe1",
        "Jane Doe 1985!!",
        "doejanedoejane2",
        "jane_d85jane_d85",
        "jdoe.private@acme-corp.example",
        "jdoe.private2024",
        "example.acme2024",
        "eodenaj-eodenaj-1",
        "j4n3-d03-j4n3-d03-x",
        "signet-signet-1234",
        "localhost8080signet",
        "JANE DOE signet 2",
        "acmecorp private",
      })
  void refusesWhatIsMadeOfWhatStandsAroundIt(String password) {
    assertThat(verdict(password)).isEqualTo(CONTEXT);
  }

  @Test
  void knowsTheNameOfWhereItServes() {
    String password = "contoso-sso-2024";
    PasswordPolicy contoso =
        PasswordPolicy.from(TestSettings.with("signet.issuer", "https://sso.contoso.example/id"));
    assertThat(verdict(password)).isEqualTo(TAKEN);
    assertThat(verdict(contoso, password)).isEqualTo(CONTEXT);
  }

  /** Three letters are in too much else, but a name in Hangul has nine. */
  @Test
  void takesNoNoticeOfShortWordsButOfHangul() {
    assertThat(policy.weakness("kimono from kiruna", List.of("kim", "k@x", "Kim"))).isEmpty();
    assertThat(policy.weakness("홍길동 바람 9월 홍길동 바람 9월", List.of("hong", "h@x", "홍길동")))
        .get()
        .extracting(Weakness::key)
        .isEqualTo(CONTEXT);
  }

  /** What people make of them where fifteen characters are asked for. */
  @Test
  void knowsThousandsThatAreMadeOfCommonWords() {
    List<String> common =
        CommonWords.all().stream()
            .filter(word -> word.length() > 3)
            .flatMap(
                word -> List.of(word + "-" + word + "-12345678", word + 1234567890 + word).stream())
            .filter(password -> password.length() >= 15)
            .toList();
    assertThat(common).hasSizeGreaterThan(4000).noneMatch(word -> verdict(word).equals(TAKEN));
  }

  /** But for the few that happen to be rows and dates: of digits alone, four in a thousand. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "abcdefghijklmnopqrstuvwxyz",
        "0123456789",
        "0123456789abcdef",
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!@#$%^&*()-_=+"
      })
  void takesWhatIsRandom(String alphabet) {
    Random random = new Random(7);
    int taken = 0;
    for (int i = 0; i < 2000; i++) {
      StringBuilder password = new StringBuilder();
      random.ints(15, 0, alphabet.length()).forEach(at -> password.append(alphabet.charAt(at)));
      taken += verdict(password.toString()).equals(TAKEN) ? 1 : 0;
    }
    assertThat(taken).isGreaterThanOrEqualTo(1990);
  }

  @ParameterizedTest
  @CsvSource({
    "password, password_common",
    "12345678, password_common",
    "summer24, password_common",
    "Dragon1!, password_common",
    "jane1985, password_context",
    "kxqvbzjw, taken",
    "kxqv2024, taken",
    "kxqvbzj, field_too_short",
  })
  void takesEightCharactersWhereThatIsWanted(String password, String verdict) {
    assertThat(
            verdict(
                PasswordPolicy.from(TestSettings.with("signet.password.min-length", "8")),
                password))
        .isEqualTo(verdict);
  }

  @ParameterizedTest
  @ValueSource(strings = {"7", "257"})
  void refusesALengthOutOfBounds(String length) {
    assertRefused(TestSettings.with("signet.password.min-length", length), "min-length");
  }

  @Test
  void answersTheLongestPasswordToo() {
    assertThat(verdict("janedoe".repeat(37).substring(3))).isEqualTo(CONTEXT);
  }

  @ParameterizedTest
  @ValueSource(strings = {COMMON, CONTEXT})
  void saysWhyInEveryLanguage(String key) {
    assertThat(Texts.inEnglish().text(key)).startsWith("This password is easy to guess");
    assertThat(Texts.preferred("ko").text(key)).startsWith("추측하기 쉬운 비밀번호");
  }

  private static void assertRefused(Settings settings, String key) {
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> PasswordPolicy.from(settings))
        .withMessageStartingWith("signet.password." + key + " is wrong");
  }

  private String verdict(String password) {
    return verdict(policy, password);
  }

  private static String verdict(PasswordPolicy policy, String password) {
    return policy.weakness(password, JANE).map(Weakness::key).orElse(TAKEN);
  }
}
