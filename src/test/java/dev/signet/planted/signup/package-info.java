/** The signup of the planted house. */
@NullMarked
package dev.signet.planted.signup;

import org.jspecify.annotations.NullMarked;
