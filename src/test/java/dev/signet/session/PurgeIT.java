package dev.signet.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.wire.Answer;
import dev.signet.wire.Eventually;
import dev.signet.wire.Person;
import dev.signet.wire.Rows;
import dev.signet.wire.Signet;
import dev.signet.wire.WireTest;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What no token can name any more goes; the suite's server looks every second. */
@WireTest
class PurgeIT {

  /** More than two batches of the suite's server. */
  private static final int MANY = 11;

  private final Person kim = Person.stranger();
  private Answer login;
  private UUID id;

  @BeforeEach
  void signUp() {
    login = kim.signUp();
    id = UUID.fromString(login.json().getJsonObject("user").getString("id"));
  }

  @Test
  void removesSessionsWhoseLastTokenHasExpired() {
    for (int i = 0; i < MANY; i++) {
      kim.login();
    }
    endSessions(Duration.ofDays(1));

    Eventually.get(this::sessions, left -> left == 0);
    assertThat(Signet.login(kim.username(), Signet.PASSWORD).status()).isEqualTo(200);
  }

  /** Its access token may be good for as long as the lifetime of one: the row says whose it is. */
  @Test
  void leavesASessionAsLongAsAnAccessTokenOfItCouldLive() {
    endSessions(Duration.ofMinutes(4));
    Answer marker = Person.stranger().signUp();
    String other = marker.json().getJsonObject("user").getString("id");
    Rows.change(
        "update session set idle_expires_at = ? where account_id = ?",
        ago(Duration.ofDays(1)),
        UUID.fromString(other));

    Eventually.get(() -> Rows.sessionsOf(other), left -> left == 0);

    assertThat(sessions()).isEqualTo(1);
  }

  /** D8: a purge brings nothing back to life that was ended. */
  @Test
  void leavesARevocationAsLongAsATokenCouldLive() {
    Signet.post("/api/auth/logout", Map.of("refresh", login.refresh()));
    Answer gone = Person.stranger().signUp();
    UUID other = UUID.fromString(gone.json().getJsonObject("user").getString("id"));
    Signet.post("/api/auth/logout", Map.of("refresh", gone.refresh()));
    Rows.change(
        "update revocation set expires_at = ? where account_id = ?",
        ago(Duration.ofDays(1)),
        other);

    Eventually.get(() -> revocationsOf(other), left -> left == 0);

    assertThat(revocationsOf(id)).isEqualTo(1);
    assertThat(Signet.get("/api/me", login.access()).status()).isEqualTo(401);
    assertThat(Signet.refresh(login.refresh()).status()).isEqualTo(401);
  }

  private int sessions() {
    return Rows.sessionsOf(id.toString());
  }

  private static int revocationsOf(UUID account) {
    return Rows.count("select count(*) from revocation where account_id = ?", account);
  }

  private void endSessions(Duration ago) {
    Rows.change("update session set idle_expires_at = ? where account_id = ?", ago(ago), id);
  }

  private static OffsetDateTime ago(Duration time) {
    return Instant.now().minus(time).atOffset(ZoneOffset.UTC);
  }
}
