/** Owns what clients have yet to hear of logouts, and tells them. */
@NullMarked
package dev.signet.logout;

import org.jspecify.annotations.NullMarked;
