/** A package that says something of null, but not what we do. */
@NullUnmarked
package dev.signet.planted.oidc;

import org.jspecify.annotations.NullUnmarked;
