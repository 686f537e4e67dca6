/** Owns the way in for the accounts that another system has, with the password hashes they have. */
@NullMarked
package dev.signet.provisioning;

import org.jspecify.annotations.NullMarked;
