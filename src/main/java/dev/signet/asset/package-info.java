/** Serves the files that pages load. */
@NullMarked
package dev.signet.asset;

import org.jspecify.annotations.NullMarked;
