/** Owns the accounts: who can log in, by which names, with which password and in which roles. */
@NullMarked
package dev.signet.account;

import org.jspecify.annotations.NullMarked;
