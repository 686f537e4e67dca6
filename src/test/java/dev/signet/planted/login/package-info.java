/** The login of the planted house. */
@NullMarked
package dev.signet.planted.login;

import org.jspecify.annotations.NullMarked;
