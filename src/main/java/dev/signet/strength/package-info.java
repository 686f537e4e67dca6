/** Owns what a password must be to be taken: long enough, and not what anybody would guess. */
@NullMarked
package dev.signet.strength;

import org.jspecify.annotations.NullMarked;
