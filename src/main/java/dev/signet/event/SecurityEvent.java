package dev.signet.event;

import dev.signet.origin.Origin;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What is written to the audit table with what it tells of, and any CDI bean may observe once both
 * are committed: with {@code @ObservesAsync} beside the request, which suits work in the database,
 * or with {@code @Observes} before its answer. Such observers cannot veto. One that fails is logged
 * and changes nothing but that the {@code @Observes} after it are not told (CDI 4.0 §10.5.2). Who
 * must be asked before the commit observes {@link InTransaction}.
 */
public sealed interface SecurityEvent
    permits LoginSucceeded,
        LoginFailed,
        ReauthenticationFailed,
        RefreshTokenReused,
        SessionEnded,
        SessionsEnded,
        AccountEvent,
        AccountsImported,
        ClientEvent,
        KeyRotated {

  /** How something went. */
  enum Outcome {
    SUCCESS,
    FAILURE
  }

  /** Which event it is: a name that stays, for the row and the log. */
  String kind();

  /** Whom it concerns; empty where that is no account, or nobody knows which. */
  Optional<UUID> account();

  /** Which session it concerns, or goes on. */
  default Optional<String> session() {
    return Optional.empty();
  }

  /** How it went for who tried it. */
  default Outcome outcome() {
    return Outcome.SUCCESS;
  }

  /** From where, if it knows that better than the request at hand. */
  default Optional<Origin> from() {
    return Optional.empty();
  }

  /** What else there is to say: no secret, and nothing that names a person. */
  default Map<String, String> details() {
    return Map.of();
  }
}
