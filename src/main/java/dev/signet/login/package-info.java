/** Serves login, refresh and logout, to first-party clients and to people. */
@NullMarked
package dev.signet.login;

import org.jspecify.annotations.NullMarked;
