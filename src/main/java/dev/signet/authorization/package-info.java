/** Owns the authorization codes, which become tokens once. */
@NullMarked
package dev.signet.authorization;

import org.jspecify.annotations.NullMarked;
