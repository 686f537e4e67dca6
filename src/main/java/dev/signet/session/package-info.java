/** Owns the sessions: one row a login on a device, rotated by one statement. */
@NullMarked
package dev.signet.session;

import org.jspecify.annotations.NullMarked;
