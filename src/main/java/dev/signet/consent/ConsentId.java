package dev.signet.consent;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whose consent it is, and to which client. No record: Jakarta Persistence 3.1 fills it in. */
class ConsentId implements Serializable {

  private static final long serialVersionUID = 1L;

  private @Nullable UUID accountId;
  private @Nullable String clientId;

  /** For the persistence provider. */
  ConsentId() {}

  ConsentId(UUID accountId, String clientId) {
    this.accountId = accountId;
    this.clientId = clientId;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ConsentId id
        && Objects.equals(id.accountId, accountId)
        && Objects.equals(id.clientId, clientId);
  }

  @Override
  public int hashCode() {
    return Objects.hash(accountId, clientId);
  }
}
