package dev.signet.authorization;

import java.util.Optional;
import java.util.UUID;

/**
 * What a code is to be good for.
 *
 * @param browser the session that the person has logged in to with a browser
 * @param redirectUri where it goes (RFC 6749 §4.1.3)
 * @param challenge what only who asked for it has the verifier of: S256 (RFC 7636 §4.2)
 * @param nonce what the ID token repeats (OpenID Connect Core 1.0 §3.1.2.1)
 * @param claims which single claims are asked for, in JSON (§5.5)
 */
public record CodeRequest(
    String clientId,
    UUID accountId,
    String browser,
    String redirectUri,
    String scope,
    Optional<String> challenge,
    Optional<String> nonce,
    Optional<String> claims) {}
