/** The account of the planted house. */
@NullMarked
package dev.signet.planted.account;

import org.jspecify.annotations.NullMarked;
