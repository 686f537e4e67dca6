/** Owns the changes of accounts that end what they were good for. */
@NullMarked
package dev.signet.lifecycle;

import org.jspecify.annotations.NullMarked;
