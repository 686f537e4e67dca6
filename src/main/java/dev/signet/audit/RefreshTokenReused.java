package dev.signet.audit;

import java.util.UUID;

/** A refresh token was used a second time, and its session was ended for it. */
public record RefreshTokenReused(String sessionId, UUID accountId) implements SecurityEvent {}
