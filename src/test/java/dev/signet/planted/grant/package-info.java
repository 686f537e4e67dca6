/** The grant of the planted house. */
@NullMarked
package dev.signet.planted.grant;

import org.jspecify.annotations.NullMarked;
