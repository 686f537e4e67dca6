package dev.signet.token;

/** A refresh token that was verified: which session, and which of its generations. */
record RefreshToken(String sessionId, int generation) {}
