/**
 * Owns what access tokens, the answers to logins and the UserInfo endpoint say of an account beyond
 * what the standards ask, and who may add to it.
 */
@NullMarked
package dev.signet.claim;

import org.jspecify.annotations.NullMarked;
