/**
 * Serves the Simple JWT API: a client written for Django's Simple JWT changes its base URL and goes
 * on.
 */
@NullMarked
package dev.signet.simplejwt;

import org.jspecify.annotations.NullMarked;
