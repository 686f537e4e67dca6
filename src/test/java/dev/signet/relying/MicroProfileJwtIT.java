package dev.signet.relying;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.wire.Answer;
import dev.signet.wire.Person;
import dev.signet.wire.ServerProcess;
import dev.signet.wire.Signet;
import java.net.http.HttpRequest;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * An application of somebody else on another server, which knows of Signet where its keys are and
 * nothing more: {@code com.example.reports}.
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
    this.token = login(federation.signet());
  }

  private String login(ServerProcess signet) {
    Answer signup = signet.post("/api/auth/signup", kim.signupRequest());
    assertThat(signup.status()).as(signup.body()).isEqualTo(201);
    return signup.access();
  }

  @Test
  void takesTheTokenAndKnowsWhoseItIs() {
    Answer answer = get(OURS, token);

    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("Reports for " + kim.username());
  }

  @Test
  void enforcesTheGroupsInIt() {
    assertThat(get(SALARIES, token).status()).isEqualTo(403);
  }

  @Test
  void refusesAnAlteredOne() {
    int middle = token.lastIndexOf('.') + 20;
    char other = token.charAt(middle) == 'A' ? 'B' : 'A';

    String altered = token.substring(0, middle) + other + token.substring(middle + 1);

    assertThat(get(OURS, altered).status()).isEqualTo(401);
  }

  /** WildFly says 500 where it finds no key: SmallRye JWT takes it for a mistake of its own. */
  @Test
  void refusesARefreshToken() {
    Answer login =
        federation
            .signet()
            .post(
                "/api/auth/login", Map.of("username", kim.username(), "password", Signet.PASSWORD));

    assertThat(get(OURS, login.refresh()).status()).isIn(401, 500);
  }

  private Answer get(String path, String bearer) {
    return federation
        .others()
        .send(
            HttpRequest.newBuilder(federation.application(path))
                .header("Authorization", "Bearer " + bearer));
  }
}
