package dev.signet.idtoken;

import static org.assertj.core.api.Assertions.assertThat;

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
}
