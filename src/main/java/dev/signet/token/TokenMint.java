package dev.signet.token;

import dev.signet.account.Account;
import dev.signet.claim.AccessTokenClaims;
import dev.signet.claim.ClaimNames;
import dev.signet.claim.Contributions;
import dev.signet.claim.LoginAnswerMembers;
import dev.signet.key.TokenSignatures;
import dev.signet.key.TokenSignatures.Kind;
import dev.signet.platform.Secrets;
import dev.signet.session.LiveSession;
import dev.signet.session.Session;
import dev.signet.subject.Subjects;
import dev.signet.token.ClientTokens.ClientAccess;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Mints every token. Its tokens are a function of the session's row, the account and an instant, so
 * that who asks again for an answer that was lost gets the very same one.
 */
final class TokenMint {

  private static final Set<String> SAID_IN_SECTORS =
      Set.of(
          "iss",
          "aud",
          "exp",
          "iat",
          "jti",
          "groups",
          "sid",
          "auth_time",
          "account_version",
          "client_id",
          "scope");

  private final TokenSignatures signatures;
  private final TokenSettings settings;
  private final ClaimNames names;
  private final Contributions<AccessTokenClaims> contributions;
  private final Contributions<LoginAnswerMembers> members;
  private final Subjects subjects;

  TokenMint(
      TokenSignatures signatures,
      TokenSettings settings,
      Contributions<AccessTokenClaims> contributions,
      Contributions<LoginAnswerMembers> members,
      Subjects subjects) {
    this.signatures = signatures;
    this.settings = settings;
    this.names = settings.names();
    this.contributions = contributions;
    this.members = members;
    this.subjects = subjects;
  }

  /** The tokens of a session that was just opened, and what contributors add to the answer. */
  IssuedTokens mintForLogin(LiveSession live) {
    return mint(live).with(members.of(live.account()));
  }

  /** The sliding token of a session that was just opened, and what contributors add. */
  IssuedTokens.Sliding slidingForLogin(LiveSession live) {
    return new IssuedTokens.Sliding(sliding(live), members.of(live.account()));
  }

  /** The tokens of a session's generation: for the same instant each time the same. */
  IssuedTokens mint(LiveSession live) {
    Session session = live.session();
    return new IssuedTokens(
        session.id(),
        signed(Kind.JWT, accessClaims(live)),
        settings.accessLifetime(),
        signatures.mac(refreshClaims(live)),
        Duration.ofSeconds(
            session.refreshableUntil().getEpochSecond() - live.at().getEpochSecond()),
        live.account());
  }

  /**
   * The access token of a client for a session of its own (RFC 9068 §2.2): for the same instant and
   * scope each time the same.
   */
  String clientAccess(LiveSession live, ClientAccess access) {
    String kind = String.join(" ", TokenType.ACCESS.claim(), access.scope());
    Map<String, Object> claims = bearerClaims(TokenType.ACCESS, live, live.at());
    String id = tokenId(kind + " " + live.account().version(), live.session(), live.at());
    claims.put("jti", id);
    claims.put(names.id(), id);
    claims.put("aud", audience(access.audience()));
    claims.put("exp", live.at().plus(access.lifetime()).getEpochSecond());
    claims.put("client_id", access.clientId());
    claims.put("scope", access.scope());
    access.sector().ifPresent(sector -> hide(live.account(), claims, sector));
    return signed(settings.clientAccess(), claims);
  }

  /** Leaves nothing in that says who it is to others than the sector, and not how to tell. */
  private void hide(Account account, Map<String, Object> claims, String sector) {
    Set<String> ours = Set.of(names.type(), names.id());
    claims.keySet().removeIf(name -> !SAID_IN_SECTORS.contains(name) && !ours.contains(name));
    String subject = subjects.of(account.id(), Optional.of(sector));
    claims.put("sub", subject);
    claims.put(names.user(), subject);
    claims.put("sector", sector);
  }

  /** The refresh token of a client: its own, and of no use to another (RFC 6749 §10.4). */
  String clientRefresh(LiveSession live, ClientAccess access) {
    Map<String, Object> claims = refreshClaims(live);
    if (access.sector().isPresent()) {
      claims.put(names.user(), subjects.of(live.account().id(), access.sector()));
    }
    claims.put("client_id", live.session().clientId().orElseThrow());
    claims.put("scope", live.session().scope().orElseThrow());
    return signatures.mac(claims);
  }

  /** An access token whose subject is the client itself (RFC 9068 §2.2). */
  String ofClientItself(ClientAccess access, Instant now) {
    Map<String, Object> claims = new LinkedHashMap<>();
    String id = Secrets.identifier();
    claims.put(names.type(), TokenType.ACCESS.claim());
    claims.put("iss", settings.issuer());
    claims.put("sub", access.clientId());
    claims.put("aud", audience(access.audience()));
    claims.put("exp", now.plus(access.lifetime()).getEpochSecond());
    claims.put("iat", now.getEpochSecond());
    claims.put("jti", id);
    claims.put(names.id(), id);
    claims.put("client_id", access.clientId());
    claims.put("scope", access.scope());
    return signed(settings.clientAccess(), claims);
  }

  /** A sliding token; all of a session are one and the same but for the time they are good. */
  String sliding(LiveSession live) {
    Session session = live.session();
    Map<String, Object> claims = bearerClaims(TokenType.SLIDING, live, session.createdAt());
    claims.put(names.refreshExpiry(), session.refreshableUntil().getEpochSecond());
    return signed(Kind.JWT, claims);
  }

  /** By which generation it is of, the server renews a browser's. */
  private Map<String, Object> accessClaims(LiveSession live) {
    Map<String, Object> claims = bearerClaims(TokenType.ACCESS, live, live.at());
    if (settings.browsersRenewable() && live.session().kind().isOfBrowser()) {
      claims.put("gen", live.session().generation());
    }
    return claims;
  }

  /**
   * Whatever a container asks of a bearer token (MicroProfile JWT 2.1 §4.1), and ours.
   *
   * @param first when the first token of this id was issued
   */
  private Map<String, Object> bearerClaims(TokenType type, LiveSession live, Instant first) {
    Instant issued = live.at();
    Session session = live.session();
    Account account = live.account();
    String id = tokenId(type.claim() + " " + account.version(), session, first);
    Duration lifetime =
        type == TokenType.SLIDING ? settings.slidingLifetime() : settings.accessLifetime();
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put(names.type(), type.claim());
    claims.put("iss", settings.issuer());
    claims.put("sub", account.id().toString());
    claims.put("aud", audience(settings.audience()));
    claims.put("exp", issued.plus(lifetime).getEpochSecond());
    claims.put("iat", issued.getEpochSecond());
    claims.put("jti", id);
    claims.put(names.id(), id);
    claims.put("upn", account.username());
    claims.put("groups", account.roles().stream().sorted().toList());
    claims.put(names.user(), names.userField().of(account));
    claims.put("sid", session.id());
    claims.put("auth_time", session.authenticatedAt().getEpochSecond());
    claims.put("account_version", account.version());
    claims.putAll(contributions.of(account));
    return claims;
  }

  private Map<String, Object> refreshClaims(LiveSession live) {
    Instant issued = live.at();
    Session session = live.session();
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put(names.type(), TokenType.REFRESH.claim());
    claims.put("exp", session.refreshableUntil().getEpochSecond());
    claims.put("iat", issued.getEpochSecond());
    claims.put(names.id(), tokenId(TokenType.REFRESH.claim(), session, issued));
    claims.put("sid", session.id());
    claims.put("gen", session.generation());
    claims.put(names.user(), names.userField().of(live.account()));
    return claims;
  }

  /** A token that nobody would take must not go out. */
  private String signed(Kind kind, Map<String, Object> claims) {
    String token = signatures.sign(kind, claims);
    if (token.length() > TokenReader.LONGEST) {
      throw new IllegalStateException(
          "A token of %d characters, of which at most %d are taken: let contributors add less"
              .formatted(token.length(), TokenReader.LONGEST));
    }
    return token;
  }

  /** One audience is a string, several are a list (RFC 7519 §4.1.3). */
  private static Object audience(List<String> audience) {
    return audience.size() == 1 ? audience.get(0) : audience;
  }

  /**
   * One id a token: the same for the same token asked for again, and never for another (RFC 7519
   * §4.1.7).
   */
  private static String tokenId(String kind, Session session, Instant issued) {
    String what =
        String.join(
            " ", kind, session.id(), Integer.toString(session.generation()), issued.toString());
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(what.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(Arrays.copyOf(digest, 16));
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }
}
