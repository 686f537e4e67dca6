/** Owns the words for what has happened: the security events that other code may observe. */
@NullMarked
package dev.signet.event;

import org.jspecify.annotations.NullMarked;
