/** Serves the token endpoint and its grants, each a class that CDI finds. */
@NullMarked
package dev.signet.grant;

import org.jspecify.annotations.NullMarked;
