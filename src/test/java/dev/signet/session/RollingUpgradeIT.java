package dev.signet.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.wire.Answer;
import dev.signet.wire.Claims;
import dev.signet.wire.Person;
import dev.signet.wire.Rows;
import dev.signet.wire.Signet;
import dev.signet.wire.WireTest;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;

/** Nodes of the version before go on beside ours while an installation is upgraded. */
@WireTest
class RollingUpgradeIT {

  private static final String COLUMNS =
      "account_id, client_id, kind, generation, created_at, refreshed_at, used_at, expires_at,"
          + " idle_expires_at, revoked_at, revoked_because, ip, user_agent, amr";

  /** Its statement names no column that came with the clients. */
  @Test
  void takesTheSessionsThatTheyOpen() {
    Answer login = Person.stranger().signUp();
    String mine = Claims.of(login.access()).getString("sid");

    Rows.change(
        "insert into session (id, %1$s) select 'old%2$s', %1$s from session where id = ?"
            .formatted(COLUMNS, mine.substring(3)),
        mine);

    assertThat(Signet.get("/api/me/sessions", login.access()).array().getValuesAs(JsonObject.class))
        .extracting(session -> session.getString("id"))
        .containsExactlyInAnyOrder(mine, "old" + mine.substring(3));
  }
}
