/** Owns what clients sign to show who they are: verifies it, and takes it once. */
@NullMarked
package dev.signet.assertion;

import org.jspecify.annotations.NullMarked;
