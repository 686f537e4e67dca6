/** Owns the one-time links that are mailed. */
@NullMarked
package dev.signet.link;

import org.jspecify.annotations.NullMarked;
