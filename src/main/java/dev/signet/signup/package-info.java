/** Serves sign-up. */
@NullMarked
package dev.signet.signup;

import org.jspecify.annotations.NullMarked;
