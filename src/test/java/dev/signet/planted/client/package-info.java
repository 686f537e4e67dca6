/** The client of the planted house. */
@NullMarked
package dev.signet.planted.client;

import org.jspecify.annotations.NullMarked;
