/**
 * Owns stored password hashes: makes new ones, checks those of every format we know, and says which
 * are out of date.
 */
@NullMarked
package dev.signet.hashing;

import org.jspecify.annotations.NullMarked;
