/** Owns the names that clients know people and their logins by. */
@NullMarked
package dev.signet.subject;

import org.jspecify.annotations.NullMarked;
