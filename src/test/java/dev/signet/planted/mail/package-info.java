/** The mail of the planted house. */
@NullMarked
package dev.signet.planted.mail;

import org.jspecify.annotations.NullMarked;
