/** The key of the planted house. */
@NullMarked
package dev.signet.planted.key;

import org.jspecify.annotations.NullMarked;
