package dev.signet.idtoken;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** OpenID Connect Core 1.0 §5.5. */
class AskedClaimsTest {

  @Test
  void areThoseOfEachPlace() {
    AskedClaims asked =
        AskedClaims.of(
            Optional.of(
                """
                {"userinfo": {"name": null, "email": {"essential": true}},
                 "id_token": {"email": null, "acr": {"values": ["1"]}}}\
                """));

    assertThat(asked.userInfo()).containsExactlyInAnyOrder("name", "email");
    assertThat(asked.idToken()).containsExactlyInAnyOrder("email", "acr");
  }

  @Test
  void areNoneOfAPlaceThatIsNotNamed() {
    assertThat(AskedClaims.parse("{\"id_token\":{\"name\":null}}"))
        .contains(new AskedClaims(Set.of("name"), Set.of()));
    assertThat(AskedClaims.parse("{\"userinfo\":{\"name\":null}}"))
        .contains(new AskedClaims(Set.of(), Set.of("name")));
    assertThat(AskedClaims.parse("{}")).contains(AskedClaims.NONE);
    assertThat(AskedClaims.parse("{\"other\":{\"name\":null}}")).contains(AskedClaims.NONE);
  }

  @Test
  void areNoneWhereNobodyHasAsked() {
    assertThat(AskedClaims.of(Optional.empty())).isEqualTo(AskedClaims.NONE);
  }

  /** §5.5: members that are not understood are passed over, and so is what they hold. */
  @ParameterizedTest
  @ValueSource(strings = {"null", "{}", "[]", "1", "{\"verification\":null}"})
  void passOverWhatIsMoreThanClaims(String verified) {
    for (String place : List.of("userinfo", "id_token")) {
      String claims = "{\"%s\":{\"name\":null,\"verified_claims\":%s}}".formatted(place, verified);
      assertThat(AskedClaims.parse(claims).map(AskedClaims::all)).contains(Set.of("name"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "claims", "[]", "\"x\"", "1", "null", "{", "{\"id_token\":", "{]"})
  void areNotUnderstoodWhereTheyAreNoJsonObject(String json) {
    assertThat(AskedClaims.parse(json)).isEmpty();
    assertThat(AskedClaims.of(Optional.of(json))).isEqualTo(AskedClaims.NONE);
  }

  @Test
  void doNotOverturnUsWhereTheyAreDeep() {
    String deep = "{\"id_token\":".repeat(300) + "1" + "}".repeat(300);
    assertThat(AskedClaims.of(Optional.of(deep)).userInfo()).isEmpty();
  }

  @Test
  void areThoseOfSomeNames() {
    AskedClaims asked = new AskedClaims(Set.of("name", "email"), Set.of("email", "locale"));

    assertThat(asked.within(Set.of("email", "locale", "sub")))
        .isEqualTo(new AskedClaims(Set.of("email"), Set.of("email", "locale")));
    assertThat(asked.within(Set.of())).isEqualTo(AskedClaims.NONE);
    assertThat(asked.all()).containsExactlyInAnyOrder("name", "email", "locale");
  }

  @Test
  void areReadAsTheyAreWritten() {
    AskedClaims asked = new AskedClaims(Set.of("name", "email"), Set.of("\"quoted\""));

    assertThat(asked.json())
        .isEqualTo(
            "{\"id_token\":{\"email\":null,\"name\":null},"
                + "\"userinfo\":{\"\\\"quoted\\\"\":null}}");
    assertThat(AskedClaims.parse(asked.json())).contains(asked);
    assertThat(AskedClaims.parse(AskedClaims.NONE.json())).contains(AskedClaims.NONE);
  }
}
