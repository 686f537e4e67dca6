/** Owns what people have allowed clients. */
@NullMarked
package dev.signet.consent;

import org.jspecify.annotations.NullMarked;
