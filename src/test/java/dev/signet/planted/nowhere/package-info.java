/** A package that the map does not know. */
@NullMarked
package dev.signet.planted.nowhere;

import org.jspecify.annotations.NullMarked;
