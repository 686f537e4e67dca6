/**
 * Owns the database of the installation: where it is, its schema, and the secret that belongs to
 * the data.
 */
@NullMarked
package dev.signet.database;

import org.jspecify.annotations.NullMarked;
