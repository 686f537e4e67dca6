package dev.signet.relying;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.wire.Answer;
import dev.signet.wire.Person;
import dev.signet.wire.Signet;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * An application of somebody else on another server, which knows of Signet its name and where its
 * keys are: {@code com.example.reports}.
 */
@Tag("startup")
@ExtendWith(RelyingParties.class)
class MicroProfileJwtIT {

  private static final String OURS = "/reports/reports";
  private static final String SALARIES = "/reports/reports/salaries";

  private final Federation federation;
  private final Person kim = Person.stranger();
  private final String token;

  MicroProfileJwtIT(Federation federation) {
    this.federation = federation;
    this.token = federation.signUp(kim).access();
  }

  @Test
  void takesTheTokenAndKnowsWhoseItIs() {
    Answer answer = federation.get(OURS, token);

    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("Reports for " + kim.username());
  }

  @Test
  void enforcesTheGroupsInIt() {
    assertThat(federation.get(SALARIES, token).status()).isEqualTo(403);
  }

  @Test
  void refusesAnAlteredOne() {
    int middle = token.lastIndexOf('.') + 20;
    char other = token.charAt(middle) == 'A' ? 'B' : 'A';

    String altered = token.substring(0, middle) + other + token.substring(middle + 1);

    assertThat(federation.get(OURS, altered).status()).isEqualTo(401);
  }

  /** WildFly says 500 where it finds no key: SmallRye JWT takes it for a mistake of its own. */
  @Test
  void refusesARefreshToken() {
    Answer login =
        federation
            .signet()
            .post(
                "/api/auth/login", Map.of("username", kim.username(), "password", Signet.PASSWORD));

    assertThat(federation.get(OURS, login.refresh()).status()).isIn(401, 500);
  }
}
