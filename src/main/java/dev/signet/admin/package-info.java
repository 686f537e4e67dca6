/** Serves the administration. */
@NullMarked
package dev.signet.admin;

import org.jspecify.annotations.NullMarked;
