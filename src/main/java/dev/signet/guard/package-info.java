/** Serves no URL: decides who a request is from and whether it may pass. */
@NullMarked
package dev.signet.guard;

import org.jspecify.annotations.NullMarked;
