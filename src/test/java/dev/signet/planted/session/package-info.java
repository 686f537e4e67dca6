/** The session of the planted house. */
@NullMarked
package dev.signet.planted.session;

import org.jspecify.annotations.NullMarked;
