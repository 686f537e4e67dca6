/** The problem of the planted house. */
@NullMarked
package dev.signet.planted.problem;

import org.jspecify.annotations.NullMarked;
