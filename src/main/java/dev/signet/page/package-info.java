/** Renders pages, and the sentences that a request is answered with. */
@NullMarked
package dev.signet.page;

import org.jspecify.annotations.NullMarked;
