/** Owns how pages look: the files that they load, ours and what an operator puts in their place. */
@NullMarked
package dev.signet.brand;

import org.jspecify.annotations.NullMarked;
