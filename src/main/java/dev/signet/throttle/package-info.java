/**
 * Owns the counters of what strangers may try: how often, and how long who failed has to wait. They
 * are rows, so that all nodes count together.
 */
@NullMarked
package dev.signet.throttle;

import org.jspecify.annotations.NullMarked;
