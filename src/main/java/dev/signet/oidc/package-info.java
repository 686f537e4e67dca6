/** Serves what OpenID Connect clients and resource servers ask of a provider. */
@NullMarked
package dev.signet.oidc;

import org.jspecify.annotations.NullMarked;
