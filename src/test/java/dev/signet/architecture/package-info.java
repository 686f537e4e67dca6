/** Holds the house to its map: the rules of the architecture, each with a proof that it bites. */
@NullMarked
package dev.signet.architecture;

import org.jspecify.annotations.NullMarked;
