package dev.signet.revocation;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What is revoked, in memory: asked on every bearer call, at no cost to the database. */
final class RevokedTokens {

  private final Map<String, Entry> sessions = new ConcurrentHashMap<>();
  private final Map<UUID, Entry> accounts = new ConcurrentHashMap<>();

  private record Entry(int version, Instant expiresAt, EndReason because) {

    static Entry of(Revocation revocation) {
      return new Entry(revocation.accountVersion(), revocation.expiresAt(), revocation.because());
    }

    Entry later(Entry other) {
      return version > other.version ? this : other;
    }
  }

  void add(Revocation revocation) {
    Entry entry = Entry.of(revocation);
    if (revocation.sessionId() != null) {
      sessions.put(revocation.sessionId(), entry);
    } else {
      accounts.merge(revocation.accountId(), entry, Entry::later);
    }
  }

  /** Why a token of this session is good no more; empty where it is. */
  Optional<EndReason> ofSession(String sessionId) {
    return Optional.ofNullable(sessions.get(sessionId)).map(Entry::because);
  }

  /** Why a token of this version of an account is good no more; empty where it is. */
  Optional<EndReason> ofAccount(UUID accountId, int version) {
    @Nullable Entry entry = accounts.get(accountId);
    return entry == null || version >= entry.version()
        ? Optional.empty()
        : Optional.of(entry.because());
  }

  /** Lets go of what can concern no token any more. */
  void forget(Instant now) {
    sessions.values().removeIf(entry -> !now.isBefore(entry.expiresAt()));
    accounts.values().removeIf(entry -> !now.isBefore(entry.expiresAt()));
  }
}
