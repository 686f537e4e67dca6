/** Owns whose a request is and where it came from, which its client is told to show again. */
@NullMarked
package dev.signet.origin;

import org.jspecify.annotations.NullMarked;
