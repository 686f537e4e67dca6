/** The platform of the planted house. */
@NullMarked
package dev.signet.planted.platform;

import org.jspecify.annotations.NullMarked;
