/** Serves the caller's own account. */
@NullMarked
package dev.signet.profile;

import org.jspecify.annotations.NullMarked;
