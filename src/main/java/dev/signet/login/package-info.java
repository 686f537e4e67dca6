/** Serves login, refresh and logout to first-party clients. */
@NullMarked
package dev.signet.login;

import org.jspecify.annotations.NullMarked;
