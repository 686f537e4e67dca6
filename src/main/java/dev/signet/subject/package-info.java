/** Owns the names that clients know people by. */
@NullMarked
package dev.signet.subject;

import org.jspecify.annotations.NullMarked;
