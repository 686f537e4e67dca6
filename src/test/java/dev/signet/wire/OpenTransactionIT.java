package dev.signet.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

@WireTest
class OpenTransactionIT {

  private static final String LOCK = "select id from account where id = ? for update";

  @Test
  void countsWhoWaitsForItAndNobodyWhoWaitsForAnother() {
    UUID one = Person.stranger().signUp().accountId();
    UUID other = Person.stranger().signUp().accountId();
    try (OpenTransaction held = Rows.begin(LOCK, one);
        OpenTransaction beside = Rows.begin(LOCK, other)) {
      CompletableFuture<Void> waiter =
          CompletableFuture.runAsync(() -> Rows.begin(LOCK, one).close());

      Eventually.get(held::waiting, waiting -> waiting == 1);

      assertThat(beside.waiting()).isZero();
      held.commit();
      waiter.join();
      assertThat(held.waiting()).isZero();
    }
  }
}
