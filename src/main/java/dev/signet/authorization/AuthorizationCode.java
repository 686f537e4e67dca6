package dev.signet.authorization;

import dev.signet.oauth.OAuthError;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A code that a client was given (<a
 * href="https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2">RFC 6749 §4.1.2</a>). Its row stays
 * for a while when it is spent, to know a second use by.
 */
@Entity
@Table(name = "authorization_code")
class AuthorizationCode {

  /** RFC 7636 §4.1. */
  private static final Pattern VERIFIER = Pattern.compile("[A-Za-z0-9._~-]{43,128}");

  @Id private String hash;

  @Column(name = "client_id")
  private String clientId;

  @Column(name = "account_id")
  private UUID accountId;

  @Column(name = "browser_session_id")
  private String browser;

  @Column(name = "redirect_uri")
  private String redirectUri;

  private String scope;

  private @Nullable String challenge;

  private @Nullable String nonce;

  private @Nullable String claims;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Column(name = "spent_at")
  private @Nullable Instant spentAt;

  @Column(name = "issued_session_id")
  private @Nullable String issued;

  /** For the persistence provider. */
  @SuppressWarnings("NullAway.Init")
  protected AuthorizationCode() {}

  AuthorizationCode(String hash, CodeRequest request, Instant expiresAt) {
    this.hash = hash;
    this.clientId = request.clientId();
    this.accountId = request.accountId();
    this.browser = request.browser();
    this.redirectUri = request.redirectUri();
    this.scope = request.scope();
    this.challenge = request.challenge().orElse(null);
    this.nonce = request.nonce().orElse(null);
    this.claims = request.claims().orElse(null);
    this.expiresAt = expiresAt;
  }

  /** What it was made for. */
  CodeRequest request() {
    return new CodeRequest(
        clientId,
        accountId,
        browser,
        redirectUri,
        scope,
        Optional.ofNullable(challenge),
        Optional.ofNullable(nonce),
        Optional.ofNullable(claims));
  }

  boolean isSpent() {
    return spentAt != null;
  }

  /** The session that came of it; empty where there was none to come. */
  Optional<String> issued() {
    return Optional.ofNullable(issued);
  }

  /** RFC 6749 §4.1.3: it is bound to a client, and to nobody else is it anything. */
  boolean isOf(String client) {
    return clientId.equals(client);
  }

  /**
   * Refuses what does not fit to the request for it.
   *
   * @throws dev.signet.oauth.OAuthException {@link OAuthError#INVALID_GRANT}
   */
  void refuseUnfit(Exchange exchange, Instant now) {
    if (!now.isBefore(expiresAt)) {
      throw OAuthError.INVALID_GRANT.because("The code has expired.");
    }
    if (!redirectUri.equals(exchange.redirectUri())) {
      throw OAuthError.INVALID_GRANT.because("The code was sent to another redirect_uri.");
    }
    refuseUnproven(exchange.verifier());
  }

  /** RFC 7636 §4.6; RFC 9700 §2.1.1: a verifier of no challenge is a downgrade. */
  private void refuseUnproven(Optional<String> verifier) {
    if (challenge == null && verifier.isEmpty()) {
      return;
    }
    if (challenge == null || verifier.isEmpty()) {
      throw OAuthError.INVALID_GRANT.because(
          "There must be a code_verifier where there was a code_challenge, and only there.");
    }
    boolean proven =
        VERIFIER.matcher(verifier.get()).matches()
            && MessageDigest.isEqual(
                challenge.getBytes(StandardCharsets.US_ASCII), s256(verifier.get()));
    if (!proven) {
      throw OAuthError.INVALID_GRANT.because("The code_verifier is not that of the code.");
    }
  }

  private static byte[] s256(String verifier) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encode(digest);
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }
}
