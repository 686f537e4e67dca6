/** Serves the proof and the change of e-mail addresses. */
@NullMarked
package dev.signet.email;

import org.jspecify.annotations.NullMarked;
