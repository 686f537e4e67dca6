/** Hands the tokens of a login to who logged in, and to browsers again when they are renewed. */
@NullMarked
package dev.signet.delivery;

import org.jspecify.annotations.NullMarked;
