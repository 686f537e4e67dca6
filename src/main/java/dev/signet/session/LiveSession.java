package dev.signet.session;

import dev.signet.account.Account;

/** A session together with whose it is: all that new tokens are made from. */
public record LiveSession(Session session, Account account) {}
