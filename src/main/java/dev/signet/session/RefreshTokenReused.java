package dev.signet.session;

import java.util.UUID;

/** A CDI event: a refresh token was used a second time, and its session was ended for it. */
public record RefreshTokenReused(String sessionId, UUID accountId) {}
