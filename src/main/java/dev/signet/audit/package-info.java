/** Owns the security events that other code may observe. */
@NullMarked
package dev.signet.audit;

import org.jspecify.annotations.NullMarked;
