/**
 * Owns the addresses of clients: how they are written, and which proxies are believed when they say
 * them.
 */
@NullMarked
package dev.signet.address;

import org.jspecify.annotations.NullMarked;
