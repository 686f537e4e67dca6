/** Planted. */
@NullMarked
package dev.signet.planted.assertion;

import org.jspecify.annotations.NullMarked;
