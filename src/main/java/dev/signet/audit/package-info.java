/** Tells of security events, once they are committed. */
@NullMarked
package dev.signet.audit;

import org.jspecify.annotations.NullMarked;
