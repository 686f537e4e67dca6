/**
 * Owns the keys that tokens are signed with: the only package that sees private keys or the JOSE
 * library.
 */
@NullMarked
package dev.signet.key;

import org.jspecify.annotations.NullMarked;
