/** The audit of the planted house. */
@NullMarked
package dev.signet.planted.audit;

import org.jspecify.annotations.NullMarked;
