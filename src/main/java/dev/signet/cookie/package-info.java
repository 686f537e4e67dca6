/** Keeps what browsers carry in cookies, and tells their own requests from forged ones. */
@NullMarked
package dev.signet.cookie;

import org.jspecify.annotations.NullMarked;
