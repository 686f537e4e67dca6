/**
 * Owns the sessions: one row a login on a device, rotated by one statement, and the feed that tells
 * every node which of them, and which accounts' tokens, are no longer good.
 */
@NullMarked
package dev.signet.session;

import org.jspecify.annotations.NullMarked;
