/** Owns the fields of a request, whatever its media type. */
@NullMarked
package dev.signet.input;

import org.jspecify.annotations.NullMarked;
