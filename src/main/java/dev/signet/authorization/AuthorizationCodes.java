package dev.signet.authorization;

import dev.signet.audit.SecurityEvents;
import dev.signet.consent.Consents;
import dev.signet.database.Database;
import dev.signet.event.AccountEvent.PasswordChanged;
import dev.signet.event.ClientEvent.CodeReused;
import dev.signet.event.ClientEvent.ConsentRevoked;
import dev.signet.event.InTransaction;
import dev.signet.oauth.OAuthError;
import dev.signet.oauth.OAuthException;
import dev.signet.oauth.Scope;
import dev.signet.platform.HmacSha256;
import dev.signet.platform.Refusal;
import dev.signet.platform.Secrets;
import dev.signet.problem.ProblemException;
import dev.signet.session.ClientLogin;
import dev.signet.token.ClientTokens;
import dev.signet.token.ClientTokens.ClientAccess;
import dev.signet.token.ClientTokens.Issued;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Makes, exchanges and removes authorization codes. */
@ApplicationScoped
public class AuthorizationCodes {

  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
  private static final int BYTES = 32;

  @PersistenceContext EntityManager entities;
  @Inject CodeSettings settings;
  @Inject ClientTokens tokens;
  @Inject Consents consents;
  @Inject SecurityEvents events;
  @Inject Clock clock;

  private List<HmacSha256> keys;

  @PostConstruct
  void start() {
    keys = Database.ofProcess().secret().deriveAll("code").stream().map(HmacSha256::new).toList();
  }

  /** A code of 256 random bits, in base64url; empty where the account is gone. */
  @Transactional(dontRollbackOn = Refusal.class)
  public Optional<String> issue(CodeRequest request) {
    if (!consents.hold(request.accountId())) {
      return Optional.empty();
    }
    String code = BASE64.encodeToString(Secrets.bytes(BYTES));
    Instant end = clock.instant().plus(settings.lifetime());
    entities.persist(new AuthorizationCode(hash(keys.get(0), code), request, end));
    return Optional.of(code);
  }

  /**
   * Exchanges a code for the tokens of a session. Of two that try, one does; the other ends what
   * the first was given (RFC 6749 §4.1.2).
   *
   * @throws OAuthException {@link OAuthError#INVALID_GRANT}
   */
  @Transactional(dontRollbackOn = Refusal.class)
  public Redeemed redeem(Exchange exchange) {
    AuthorizationCode code = find(exchange);
    Instant now = clock.instant();
    if (code.isSpent()) {
      throw endReused(code);
    }
    code.refuseUnfit(exchange, now);
    refuseUnlessHeld(code.request().accountId());
    if (!isSpent(code, now)) {
      entities.refresh(code);
      throw endReused(code);
    }
    Issued issued = issued(code.request(), exchange);
    remember(code, issued.session().id());
    return new Redeemed(issued, code.request());
  }

  private AuthorizationCode find(Exchange exchange) {
    return entities
        .createQuery(
            "select c from AuthorizationCode c where c.hash in :hashes", AuthorizationCode.class)
        .setParameter("hashes", keys.stream().map(key -> hash(key, exchange.code())).toList())
        .getResultStream()
        .filter(code -> code.isOf(exchange.client().id()))
        .findFirst()
        .orElseThrow(AuthorizationCodes::unknown);
  }

  private static OAuthException unknown() {
    return OAuthError.INVALID_GRANT.because("There is no such code.");
  }

  /** Before the code: who deletes an account has it first too, and its codes go with it. */
  private void refuseUnlessHeld(UUID accountId) {
    if (!consents.hold(accountId)) {
      throw unknown();
    }
  }

  /** Spends a code that nobody has spent meanwhile; who has is waited for. */
  private boolean isSpent(AuthorizationCode code, Instant now) {
    return entities
            .createQuery(
                "update AuthorizationCode c set c.spentAt = :now"
                    + " where c = :code and c.spentAt is null")
            .setParameter("now", now)
            .setParameter("code", code)
            .executeUpdate()
        == 1;
  }

  private void remember(AuthorizationCode code, String session) {
    entities
        .createQuery("update AuthorizationCode c set c.issued = :session where c = :code")
        .setParameter("session", session)
        .setParameter("code", code)
        .executeUpdate();
  }

  private Issued issued(CodeRequest request, Exchange exchange) {
    ClientLogin login =
        new ClientLogin(
            request.clientId(),
            request.scope(),
            request.claims(),
            Scope.of(request.scope()).has("offline_access"));
    ClientAccess access = ClientAccess.of(exchange.client(), request.scope());
    refuseUnlessAllowed(request, exchange);
    try {
      return tokens.issue(request.browser(), login, access, exchange.origin());
    } catch (ProblemException over) {
      throw OAuthError.INVALID_GRANT.because("The login that the code is of has ended.");
    }
  }

  /** The person may have taken it back since; his account is held, so he does not do so now. */
  private void refuseUnlessAllowed(CodeRequest request, Exchange exchange) {
    boolean allowed =
        !exchange.client().rights().consent()
            || consents
                .find(request.accountId(), request.clientId())
                .filter(consent -> consent.covers(Scope.of(request.scope()).words()))
                .isPresent();
    if (!allowed) {
      throw OAuthError.INVALID_GRANT.because("The person allows that no more.");
    }
  }

  private OAuthException endReused(AuthorizationCode code) {
    code.issued()
        .filter(tokens::end)
        .ifPresent(
            session -> {
              CodeRequest of = code.request();
              events.tell(new CodeReused(of.accountId(), of.clientId(), session));
            });
    return OAuthError.INVALID_GRANT.because("The code was used before, or has ended.");
  }

  /**
   * Spends the codes that end with what clients were given. Who knew the password before may have
   * one of the very login that goes on.
   */
  void end(@Observes InTransaction about) {
    if (about.event() instanceof PasswordChanged changed) {
      spendAll("c.accountId = :account", Map.of("account", changed.accountId()));
    } else if (about.event() instanceof ConsentRevoked revoked) {
      spendAll(
          "c.accountId = :account and c.clientId = :client",
          Map.of("account", revoked.accountId(), "client", revoked.clientId()));
    }
  }

  /** However the clocks of nodes differ, none of these is good any more. */
  private void spendAll(String which, Map<String, Object> parameters) {
    Query query =
        entities
            .createQuery(
                "update AuthorizationCode c set c.spentAt = :now where c.spentAt is null and "
                    + which)
            .setParameter("now", clock.instant());
    parameters.forEach((name, value) -> query.setParameter(name, value));
    query.executeUpdate();
  }

  /** Removes some that nobody will show any more. Returns how many. */
  @Transactional(dontRollbackOn = Refusal.class)
  int purge(int most) {
    return entities
        .createNativeQuery(
            """
            delete from authorization_code where hash in (select hash from authorization_code
              where expires_at <= ?1 order by expires_at fetch first ?2 rows only
              for update skip locked)\
            """)
        .setParameter(1, clock.instant().minus(settings.remembered()).atOffset(ZoneOffset.UTC))
        .setParameter(2, most)
        .executeUpdate();
  }

  private static String hash(HmacSha256 key, String code) {
    return BASE64.encodeToString(key.of(code.getBytes(StandardCharsets.UTF_8)));
  }
}
