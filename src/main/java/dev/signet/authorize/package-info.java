/**
 * Serves the authorization endpoint, and the page that asks whether a client may have something.
 */
@NullMarked
package dev.signet.authorize;

import org.jspecify.annotations.NullMarked;
