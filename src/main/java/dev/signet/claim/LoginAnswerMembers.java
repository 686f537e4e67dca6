package dev.signet.claim;

/**
 * Adds members to the answer to a login or a sign-up, after those that Signet sets. Any CDI bean
 * that implements this is asked at every login; a refresh is answered without them.
 */
public interface LoginAnswerMembers extends Contributor {}
