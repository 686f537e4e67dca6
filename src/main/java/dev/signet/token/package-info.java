/** Owns the tokens: one class mints them, one reads them, and no way leads around either. */
@NullMarked
package dev.signet.token;

import org.jspecify.annotations.NullMarked;
