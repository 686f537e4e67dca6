/** The profile of the planted house. */
@NullMarked
package dev.signet.planted.profile;

import org.jspecify.annotations.NullMarked;
