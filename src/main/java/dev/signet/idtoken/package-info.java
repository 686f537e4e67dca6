/** Owns what clients are told of who has logged in: ID tokens, and claims by scope. */
@NullMarked
package dev.signet.idtoken;

import org.jspecify.annotations.NullMarked;
