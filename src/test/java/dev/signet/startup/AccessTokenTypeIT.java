package dev.signet.startup;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jwt.SignedJWT;
import dev.signet.wire.Answer;
import dev.signet.wire.Application;
import dev.signet.wire.OwnDatabase;
import dev.signet.wire.Person;
import dev.signet.wire.ServerProcess;
import java.net.http.HttpRequest.BodyPublishers;
import java.text.ParseException;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** T-9: a server whose clients are given access tokens as RFC 9068 §2.1 has them. */
@Tag("startup")
class AccessTokenTypeIT {

  private static final Application APP = new Application("app", "");

  /** Payara's own check, which comes second, takes nothing but JWT unless it is told. */
  @Test
  void theyAreTakenHereAndSayWhatTheyAre() throws ParseException {
    try (OwnDatabase database = OwnDatabase.created("access-token-type");
        ServerProcess server =
            ServerProcess.start(
                ServerProcess.folder("access-token-type"),
                ServerProcess.war(),
                database.environment(
                    Map.of(
                        "SIGNET_OIDC_ACCESS_TOKEN_TYPE", "at+jwt",
                        "SIGNET_CLIENTS_APP_REDIRECT_URIS", APP.redirectUri(),
                        "SIGNET_CLIENTS_APP_SCOPES", "openid,account")))) {
      server.awaitReady();
      Answer login = server.post("/api/auth/signup", Person.stranger().signupRequest());
      String code = APP.codeIn(database, login, "openid account");

      Answer tokens = exchange(server, code);

      assertThat(tokens.status()).as(tokens.body()).isEqualTo(200);
      String access = tokens.text("access_token");
      assertThat(SignedJWT.parse(access).getHeader().getType())
          .isEqualTo(new JOSEObjectType("at+jwt"));
      assertThat(SignedJWT.parse(login.access()).getHeader().getType())
          .isEqualTo(JOSEObjectType.JWT);
      assertThat(server.get("/api/me", access).status()).isEqualTo(200);
      assertThat(server.get("/oauth2/userinfo", access).status()).isEqualTo(200);
      assertThat(server.get("/api/me", login.access()).status()).isEqualTo(200);
      assertThat(server.get("/api/me", tokens.text("id_token")).status()).isEqualTo(401);
    }
  }

  private static Answer exchange(ServerProcess server, String code) {
    return server.send(
        server
            .request("/oauth2/token")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                BodyPublishers.ofString(
                    "grant_type=authorization_code&client_id=%s&code=%s&redirect_uri=%s"
                        .formatted(APP.id(), code, APP.redirectUri()))));
  }
}
