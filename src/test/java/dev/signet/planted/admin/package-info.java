/** The admin of the planted house. */
@NullMarked
package dev.signet.planted.admin;

import org.jspecify.annotations.NullMarked;
