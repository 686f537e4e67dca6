/** Serves what load balancers ask: is this node alive, and is it ready. */
@NullMarked
package dev.signet.health;

import org.jspecify.annotations.NullMarked;
