package dev.signet.origin;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whose request is at hand, as far as a token has said so. */
@RequestScoped
public class RequestActor {

  private @Nullable UUID accountId;
  private @Nullable String sessionId;

  /** The request showed a good token of this account and session. */
  public void is(UUID account, String session) {
    accountId = account;
    sessionId = session;
  }

  Optional<UUID> accountId() {
    return Optional.ofNullable(accountId);
  }

  /** The session that the request is in. */
  public Optional<String> sessionId() {
    return Optional.ofNullable(sessionId);
  }
}
