package dev.signet.audit;

import dev.signet.input.Origin;
import java.util.UUID;

/** Somebody has proven who he is. A refresh is no login. */
public record LoginSucceeded(UUID accountId, String username, Origin origin)
    implements SecurityEvent {}
