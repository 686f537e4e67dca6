/**
 * Owns what a request says: its fields, whatever the media type, and where it came from, which its
 * client is told to show again.
 */
@NullMarked
package dev.signet.input;

import org.jspecify.annotations.NullMarked;
