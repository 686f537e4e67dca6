/** Owns what every package stands on: time, chance, the settings and the words. */
@NullMarked
package dev.signet.platform;

import org.jspecify.annotations.NullMarked;
