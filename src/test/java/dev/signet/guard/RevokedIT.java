package dev.signet.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.wire.Answer;
import dev.signet.wire.EndsOfAccounts;
import dev.signet.wire.Eventually;
import dev.signet.wire.Person;
import dev.signet.wire.Refusals;
import dev.signet.wire.Rows;
import dev.signet.wire.Signet;
import dev.signet.wire.WireTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What another node says of an account reaches this one by the table of revocations. Contract §2.7.
 */
@WireTest
class RevokedIT {

  private static final String ME = "/api/me";
  private static final String PING = "/api/admin/ping";

  @ParameterizedTest
  @EndsOfAccounts
  void saysWhatHasBecomeOfTheAccount(String because, String detail, String code) {
    Person kim = Person.stranger();
    Answer login = kim.signUp();
    Answer elsewhere = kim.login();
    Answer other = Person.stranger().signUp();

    Rows.revoke(login.accountId(), because);

    awaitRefusal(login.access());
    for (String path : new String[] {ME, PING}) {
      Refusals.assertRefused(Signet.get(path, login.access()), detail, code);
      Refusals.assertRefused(Signet.get(path, elsewhere.access()), detail, code);
    }
    assertThat(Signet.get("/oauth2/jwks", login.access()).status()).isEqualTo(200);
    assertThat(Signet.get(ME, other.access()).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"LOGOUT", "REUSE"})
  void saysThatTheTokenIsBlacklisted(String because) {
    Answer login = Person.stranger().signUp();

    Rows.revoke(login.accountId(), because);

    awaitRefusal(login.access());
    Refusals.assertNotValidAsBearer(Signet.get(ME, login.access()), "Token is blacklisted");
  }

  @Test
  void leavesTokensThatWereIssuedInTheVeryNextMoment() {
    Person kim = Person.stranger();
    Answer before = kim.signUp();

    Rows.revoke(before.accountId(), "PASSWORD_CHANGED");
    Answer after = kim.login();

    awaitRefusal(before.access());
    assertThat(Signet.get(ME, after.access()).status()).isEqualTo(200);
  }

  private static void awaitRefusal(String token) {
    Eventually.get(() -> Signet.get(ME, token).status(), status -> status == 401);
  }
}
