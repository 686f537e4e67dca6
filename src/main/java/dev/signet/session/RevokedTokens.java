package dev.signet.session;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** What is revoked, in memory: asked on every bearer call, at no cost to the database. */
final class RevokedTokens {

  private final Map<String, Instant> sessions = new ConcurrentHashMap<>();
  private final Map<UUID, NotBefore> accounts = new ConcurrentHashMap<>();

  private record NotBefore(Instant instant, Instant expiresAt) {}

  void add(Revocation revocation) {
    if (revocation.sessionId() != null) {
      sessions.put(revocation.sessionId(), revocation.expiresAt());
      return;
    }
    accounts.merge(
        revocation.accountId(),
        new NotBefore(revocation.notBefore(), revocation.expiresAt()),
        (one, other) -> one.instant().isAfter(other.instant()) ? one : other);
  }

  /** Whether a token of this session is good no more. */
  boolean concernsSession(String sessionId) {
    return sessions.containsKey(sessionId);
  }

  /**
   * Whether a token of this account, issued then, is good no more. Tokens tell time in seconds: one
   * of the very second counts as issued before.
   */
  boolean concernsAccount(UUID accountId, Instant issuedAt) {
    NotBefore notBefore = accounts.get(accountId);
    return notBefore != null && !issuedAt.isAfter(notBefore.instant());
  }

  /** Lets go of what can concern no token any more. */
  void forget(Instant now) {
    sessions.values().removeIf(expiresAt -> !now.isBefore(expiresAt));
    accounts.values().removeIf(entry -> !now.isBefore(entry.expiresAt()));
  }
}
