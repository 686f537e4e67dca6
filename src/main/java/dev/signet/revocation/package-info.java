/**
 * Owns the feed that tells every node which sessions', and which accounts', tokens are no longer
 * good.
 */
@NullMarked
package dev.signet.revocation;

import org.jspecify.annotations.NullMarked;
