package dev.signet.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.wire.Answer;
import dev.signet.wire.Person;
import dev.signet.wire.Rows;
import dev.signet.wire.Signet;
import dev.signet.wire.WireTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * How long a refused login takes says nothing of the account. The times of four kinds are taken in
 * turns, so that whatever disturbs one disturbs all, and compared by their order alone: how often a
 * login of one kind takes longer than one of the other (the statistic of Mann and Whitney). Of
 * kinds that are alike that is half of the pairs; the standard deviation is 0.06 here, and the
 * bounds are five of them away. Of a kind that needs no hash it is next to none.
 */
@WireTest
class LoginTimesIT {

  private static final int ROUNDS = 50;
  private static final int WARM_UP = 5;
  private static final double FAR = 0.2;

  private final List<Kind> kinds = new ArrayList<>();

  /** A kind of account, and how long its logins took. */
  private record Kind(String name, String username, String password, List<Long> times) {

    private static Kind of(String name, Person person, String password) {
      return new Kind(name, person.username(), password, new ArrayList<>());
    }

    private void login(boolean counts) {
      long begin = System.nanoTime();
      Answer answer = Signet.login(username, password);
      long end = System.nanoTime();
      assertThat(answer.status()).as(name).isEqualTo(401);
      if (counts) {
        times.add(end - begin);
      }
    }

    private double slowerThan(Kind other) {
      long slower =
          times.stream()
              .mapToLong(time -> other.times.stream().filter(their -> time > their).count())
              .sum();
      return (double) slower / (times.size() * other.times.size());
    }
  }

  @Test
  void sayNothingOfTheAccount() {
    Kind wrong = Kind.of("wrong", Person.signedUp(), "not the password");
    kinds.add(wrong);
    kinds.add(Kind.of("unknown", Person.stranger(), Signet.PASSWORD));
    kinds.add(Kind.of("disabled", changed("state = 'DISABLED'"), Signet.PASSWORD));
    kinds.add(Kind.of("pending", changed("state = 'PENDING'"), Signet.PASSWORD));
    kinds.add(Kind.of("without a password", changed("password_hash = '!'"), Signet.PASSWORD));

    for (int round = 0; round < WARM_UP + ROUNDS; round++) {
      // Nobody is to be throttled here.
      Rows.change("delete from throttle");
      Collections.shuffle(kinds, new Random(round));
      boolean counts = round >= WARM_UP;
      kinds.forEach(kind -> kind.login(counts));
    }

    assertThat(kinds)
        .filteredOn(kind -> !kind.name().equals(wrong.name()))
        .allSatisfy(
            kind ->
                assertThat(kind.slowerThan(wrong))
                    .as("how often %s is slower", kind.name())
                    .isBetween(FAR, 1 - FAR));
  }

  private static Person changed(String column) {
    Person person = Person.signedUp();
    Rows.change("update account set " + column + " where username = ?", person.username());
    return person;
  }
}
