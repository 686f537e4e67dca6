/**
 * Owns the audit: records each security event with what it tells of, and tells it once both are
 * committed. The record comes last in a transaction, since the row that it locks is everybody's.
 */
@NullMarked
package dev.signet.audit;

import org.jspecify.annotations.NullMarked;
