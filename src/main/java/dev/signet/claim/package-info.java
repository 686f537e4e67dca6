/**
 * Owns what access tokens and the answers to logins say of an account beyond what the standards
 * ask, and who may add to it.
 */
@NullMarked
package dev.signet.claim;

import org.jspecify.annotations.NullMarked;
