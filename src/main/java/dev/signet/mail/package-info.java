/**
 * Owns the mails: what they say, and that each is sent if its transaction commits, and only then.
 *
 * <p>A thing, not ground: a mail is a row that waits in the outbox, under the transaction of
 * whoever wants it sent.
 */
@NullMarked
package dev.signet.mail;

import org.jspecify.annotations.NullMarked;
