/** The token of the planted house. */
@NullMarked
package dev.signet.planted.token;

import org.jspecify.annotations.NullMarked;
