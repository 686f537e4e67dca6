package dev.signet.idtoken;

/**
 * What an ID token says that a client shows again; it may have expired.
 *
 * @param subject whom it speaks of, as its client knows him
 * @param clientId whose it is
 * @param sid the browser's session, as its client knows it
 */
public record IdTokenHint(String subject, String clientId, String sid) {}
