package dev.signet.claim;

/**
 * Adds claims to access tokens. Any CDI bean that implements this is asked at every mint, at login
 * and at each refresh, so that a change of the account shows at the next refresh.
 */
public interface AccessTokenClaims extends Contributor {}
