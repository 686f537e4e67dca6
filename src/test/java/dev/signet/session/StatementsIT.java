package dev.signet.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.wire.Answer;
import dev.signet.wire.Person;
import dev.signet.wire.Rows;
import dev.signet.wire.Signet;
import dev.signet.wire.Statements;
import dev.signet.wire.WireTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a request costs the database, which itself counts. */
@WireTest
class StatementsIT {

  private static final int TIMES = 20;

  @Test
  void aRefreshIsTwo() {
    Answer latest = Person.stranger().signUp();
    Statements statements = Statements.fromNow();
    for (int i = 0; i < TIMES; i++) {
      latest = Signet.refresh(latest.refresh());
    }

    List<String> seen = statements.ofRequests();

    assertThat(seen.stream().filter(s -> s.startsWith("update session"))).hasSize(TIMES);
    assertThat(seen).as("%s", seen).hasSize(2 * TIMES);
  }

  @Test
  void aRepeatedRefreshIsTwo() {
    Answer login = Person.stranger().signUp();
    Statements statements = Statements.fromNow();
    Signet.refresh(login.refresh());

    assertThat(Signet.refresh(login.refresh()).status()).isEqualTo(200);

    assertThat(statements.ofRequests()).as("with those of the first").hasSize(4);
  }

  @Test
  void aBearerCallIsNone() {
    Person kim = Person.stranger();
    String id = kim.signUp().json().getJsonObject("user").getString("id");
    Rows.change("update account set roles = 'admin user' where id = ?", UUID.fromString(id));
    String token = kim.login().access();
    Statements statements = Statements.fromNow();

    for (int i = 0; i < TIMES; i++) {
      assertThat(Signet.get("/api/admin/ping", token).status()).isEqualTo(200);
    }

    assertThat(statements.ofRequests()).isEmpty();
  }

  @Test
  void aRefusedTokenIsNone() {
    Statements statements = Statements.fromNow();

    assertThat(Signet.get("/api/me", "garbage").status()).isEqualTo(401);
    assertThat(Signet.refresh("garbage").status()).isEqualTo(401);

    assertThat(statements.ofRequests()).isEmpty();
  }
}
