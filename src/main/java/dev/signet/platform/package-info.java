/** Owns what every package stands on: time, chance, the secret, the settings and the database. */
@NullMarked
package dev.signet.platform;

import org.jspecify.annotations.NullMarked;
