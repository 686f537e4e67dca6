package dev.signet.authorization;

import dev.signet.token.ClientTokens.Issued;

/**
 * What came of a code.
 *
 * @param request what it was made for
 */
public record Redeemed(Issued issued, CodeRequest request) {}
