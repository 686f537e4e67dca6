/** Keeps browsers logged in, by tokens in their cookies. */
@NullMarked
package dev.signet.browser;

import org.jspecify.annotations.NullMarked;
