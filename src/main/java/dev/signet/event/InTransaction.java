package dev.signet.event;

/**
 * An event that is about to be committed. Who observes this is told in the transaction of what has
 * happened: what he writes to the database is committed with it or not at all, and an exception of
 * his undoes it.
 *
 * @param event what has happened, if nobody objects
 */
public record InTransaction(SecurityEvent event) {}
