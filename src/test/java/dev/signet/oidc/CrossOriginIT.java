package dev.signet.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.wire.Answer;
import dev.signet.wire.Signet;
import dev.signet.wire.WireTest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** what scripts of other sites may call. */
@WireTest
class CrossOriginIT {

  private static final String ORIGIN = "https://app.example";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/oauth2/token",
        "/oauth2/token/",
        "/oauth2/userinfo",
        "/oauth2/revoke",
        "/oauth2/jwks",
        "/.well-known/jwks.json",
        "/.well-known/openid-configuration",
        "/.well-known/oauth-authorization-server",
      })
  void mayCall(String path) {
    Answer asked = preflight(path);

    assertThat(asked.status()).isEqualTo(204);
    assertThat(asked.header("Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(asked.header("Access-Control-Allow-Headers"))
        .isEqualTo("Authorization, Content-Type, X-Signet-Background");
    assertThat(asked.header("Access-Control-Allow-Methods")).isEqualTo("GET, POST");
    assertThat(asked.header("Access-Control-Allow-Credentials")).isEmpty();
    assertThat(asked.header("Allow")).isEmpty();
    assertThat(get(path).header("Access-Control-Allow-Origin")).isEqualTo("*");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/oauth2/authorize",
        "/oauth2/logout",
        "/oauth2/introspect",
        "/api/me",
        "/api/auth/login",
        "/api/token/",
        "/login",
        "/consent",
        "/health/ready",
      })
  void mayNotCall(String path) {
    for (Answer answer : new Answer[] {preflight(path), get(path)}) {
      assertThat(answer.response().headers().map().keySet())
          .noneMatch(name -> name.toLowerCase(java.util.Locale.ROOT).startsWith("access-control"));
    }
  }

  /** Why it was refused, its script is to know. */
  @ParameterizedTest
  @ValueSource(strings = {"/oauth2/token", "/oauth2/revoke", "/oauth2/userinfo"})
  void mayReadARefusal(String path) {
    Answer answer =
        Signet.send(
            Signet.request(path)
                .header("Origin", ORIGIN)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("x=y")));

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(answer.header("Access-Control-Expose-Headers")).isEqualTo("WWW-Authenticate");
  }

  private static Answer preflight(String path) {
    return Signet.send(
        Signet.request(path)
            .header("Origin", ORIGIN)
            .header("Access-Control-Request-Method", "POST")
            .header("Access-Control-Request-Headers", "authorization")
            .method("OPTIONS", BodyPublishers.noBody()));
  }

  private static Answer get(String path) {
    return Signet.send(Signet.request(path).header("Origin", ORIGIN));
  }
}
