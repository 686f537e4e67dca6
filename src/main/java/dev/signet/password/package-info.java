/** Serves the change of passwords, and those who have forgotten theirs. */
@NullMarked
package dev.signet.password;

import org.jspecify.annotations.NullMarked;
