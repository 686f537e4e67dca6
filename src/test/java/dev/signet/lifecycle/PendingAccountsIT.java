package dev.signet.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.wire.Eventually;
import dev.signet.wire.Person;
import dev.signet.wire.Rows;
import dev.signet.wire.WireTest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Accounts that wait for their address to be proven. */
@WireTest
class PendingAccountsIT {

  private static final Duration SEVEN_DAYS = Duration.ofDays(7);

  @Test
  void areRemovedAfterSevenDaysAndOthersNever() {
    Person late = signedUp("PENDING", SEVEN_DAYS.plusSeconds(1));
    Person waiting = signedUp("PENDING", SEVEN_DAYS.minusHours(1));
    Person banned = signedUp("DISABLED", SEVEN_DAYS.plusDays(1));
    Person active = signedUp("ACTIVE", SEVEN_DAYS.plusDays(1));

    Eventually.get(() -> rowsOf(late), count -> count == 0);

    assertThat(rowsOf(waiting)).isEqualTo(1);
    assertThat(rowsOf(banned)).isEqualTo(1);
    assertThat(rowsOf(active)).isEqualTo(1);
    late.signUp();
  }

  private static Person signedUp(String state, Duration ago) {
    Person person = Person.signedUp();
    Rows.change(
        "update account set state = ?, created_at = ? where username = ?",
        state,
        Instant.now().minus(ago).atOffset(ZoneOffset.UTC),
        person.username());
    return person;
  }

  private static int rowsOf(Person person) {
    return Rows.count("select count(*) from account where username = ?", person.username());
  }
}
