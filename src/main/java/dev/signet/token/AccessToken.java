package dev.signet.token;

import java.util.Map;
import java.util.UUID;

/**
 * An access token that was verified.
 *
 * @param accountId its subject
 * @param sessionId the session it belongs to
 * @param accountVersion which version of the account it speaks of
 * @param claims all of its claims, as they stand in it
 */
public record AccessToken(
    UUID accountId, String sessionId, int accountVersion, Map<String, Object> claims)
    implements VerifiedToken {}
