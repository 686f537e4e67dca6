package dev.signet.idtoken;

import dev.signet.claim.VerifiedClaims;
import dev.signet.client.RegisteredClient;
import dev.signet.key.TokenSignatures;
import dev.signet.key.TokenSignatures.Kind;
import dev.signet.problem.ProblemException;
import dev.signet.session.Session;
import dev.signet.subject.ClientSessionIds;
import dev.signet.subject.Subjects;
import dev.signet.token.ClientTokens.Issued;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Mints ID tokens (<a href="https://openid.net/specs/openid-connect-core-1_0.html#IDToken">OpenID
 * Connect Core 1.0 §2</a>) and reads those that come back as hints.
 */
public final class IdTokens {

  /** The only class that there is: somebody has shown a password. */
  public static final String ACR = "1";

  private final String issuer;
  private final TokenSignatures signatures;
  private final Subjects subjects;
  private final ClientSessionIds sessionIds;
  private final UserClaims userClaims;

  IdTokens(
      String issuer,
      TokenSignatures signatures,
      Subjects subjects,
      ClientSessionIds sessionIds,
      UserClaims userClaims) {
    this.issuer = issuer;
    this.signatures = signatures;
    this.subjects = subjects;
    this.sessionIds = sessionIds;
    this.userClaims = userClaims;
  }

  /**
   * The ID token beside an access token.
   *
   * @param nonce what the client has asked to have repeated
   * @param asked which claims it has asked for
   */
  public String mint(
      Issued issued, RegisteredClient client, Optional<String> nonce, Set<String> asked) {
    Session session = issued.session();
    Instant now = issued.live().at();
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", issuer);
    claims.put("sub", subject(issued.account().id(), client));
    claims.put("aud", client.id());
    claims.put("exp", now.plus(client.tokens().idTokenLifetime()).getEpochSecond());
    claims.put("iat", now.getEpochSecond());
    claims.put("auth_time", session.authenticatedAt().getEpochSecond());
    nonce.ifPresent(text -> claims.put("nonce", text));
    claims.put("acr", ACR);
    claims.put("amr", session.amr());
    claims.put("at_hash", halfHash(issued.access()));
    claims.put("sid", sid(session.parentId().orElse(session.id()), client.id()));
    claims.putAll(userClaims.of(issued.account(), Set.of(), asked, client.rights().scopes()));
    return signatures.sign(Kind.PLAIN, claims);
  }

  /** Whom a client knows an account as. */
  public String subject(UUID accountId, RegisteredClient client) {
    return subjects.of(accountId, client.tokens().sector());
  }

  /** Whom a client knows so; empty for nobody. */
  public Optional<UUID> account(String subject, RegisteredClient client) {
    return subjects.account(subject, client.tokens().sector());
  }

  /** What a client knows a browser's session as. */
  public String sid(String browserSession, String clientId) {
    return sessionIds.of(browserSession, clientId);
  }

  /** What an ID token of ours says, for as long as its key is kept; empty for anything else. */
  public Optional<IdTokenHint> hint(String idToken) {
    return signatures.verify(Kind.PLAIN, idToken).map(VerifiedClaims::new).flatMap(this::hint);
  }

  private Optional<IdTokenHint> hint(VerifiedClaims claims) {
    try {
      List<String> audience = claims.texts("aud");
      return claims.text("iss").equals(issuer) && audience.size() == 1
          ? Optional.of(new IdTokenHint(claims.text("sub"), audience.get(0), claims.text("sid")))
          : Optional.empty();
    } catch (ProblemException otherwise) {
      return Optional.empty();
    }
  }

  /** §3.1.3.6: the left half of the digest, by the algorithm of the signature. */
  private static String halfHash(String token) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, 16));
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }
}
