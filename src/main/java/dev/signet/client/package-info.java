/** Owns the clients: which applications there are, what they may do, and who they are. */
@NullMarked
package dev.signet.client;

import org.jspecify.annotations.NullMarked;
