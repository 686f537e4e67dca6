package dev.signet.assertion;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a client has signed to show who it is (<a
 * href="https://www.rfc-editor.org/rfc/rfc7523#section-3">RFC 7523 §3</a>), verified but for
 * whether it was shown before.
 *
 * @param client who has signed it
 * @param id what no other of its assertions has
 * @param expiresAt until when it would be good
 */
record ClientAssertion(String client, String id, Instant expiresAt) {

  /** How far the clocks of clients may be ahead. */
  private static final Duration CLOCKS_APART = Duration.ofMinutes(1);

  /** One that is good for longer is not made for one request. */
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private static final int LONGEST_ID = 500;

  /** RFC 7523 says none; what is signed for another use says which (RFC 8725 §3.11). */
  private static final Set<JOSEObjectType> TYPES =
      Set.of(JOSEObjectType.JWT, new JOSEObjectType("client-authentication+jwt"));

  /**
   * Reads one.
   *
   * @param audience the names that we go by: no other may stand in it (§3, 3)
   * @return empty for anything that is not good as one of this client's now
   */
  static Optional<ClientAssertion> of(
      String text, String client, ClientKeys keys, Set<String> audience, Instant now) {
    try {
      SignedJWT jwt = SignedJWT.parse(text);
      JOSEObjectType type = jwt.getHeader().getType();
      if ((type != null && !TYPES.contains(type)) || !isSigned(jwt, keys)) {
        return Optional.empty();
      }
      JWTClaimsSet claims = jwt.getJWTClaimsSet();
      return isOf(client, claims) && isFor(audience, claims) && isNow(claims, now) && hasId(claims)
          ? Optional.of(
              new ClientAssertion(
                  client, claims.getJWTID(), claims.getExpirationTime().toInstant()))
          : Optional.empty();
    } catch (ParseException | RuntimeException malformed) {
      return Optional.empty();
    }
  }

  private static boolean isSigned(SignedJWT jwt, ClientKeys keys) {
    for (JWSVerifier verifier : keys.verifiers(jwt.getHeader())) {
      try {
        if (jwt.verify(verifier)) {
          return true;
        }
      } catch (JOSEException unusable) {
        return false;
      }
    }
    return false;
  }

  private static boolean isOf(String client, JWTClaimsSet claims) {
    return client.equals(claims.getIssuer()) && client.equals(claims.getSubject());
  }

  private static boolean isFor(Set<String> audience, JWTClaimsSet claims) {
    return !claims.getAudience().isEmpty() && audience.containsAll(claims.getAudience());
  }

  private static boolean isNow(JWTClaimsSet claims, Instant now) {
    Date end = claims.getExpirationTime();
    return end != null
        && now.isBefore(end.toInstant())
        && !end.toInstant().isAfter(now.plus(LONGEST))
        && hasBegun(claims.getNotBeforeTime(), now)
        && hasBegun(claims.getIssueTime(), now);
  }

  private static boolean hasBegun(@Nullable Date begin, Instant now) {
    return begin == null || !begin.toInstant().isAfter(now.plus(CLOCKS_APART));
  }

  private static boolean hasId(JWTClaimsSet claims) {
    String id = claims.getJWTID();
    return id != null && !id.isEmpty() && id.length() <= LONGEST_ID;
  }
}
