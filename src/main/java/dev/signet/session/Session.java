package dev.signet.session;

import dev.signet.account.Account;
import dev.signet.origin.Origin;
import dev.signet.platform.Secrets;
import dev.signet.revocation.EndReason;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A login on a device. Its refresh token names a generation, and only the latest is good: each
 * refresh makes the next. The row holds no token and no hash of one.
 */
@Entity
@Table(name = "session")
public class Session {

  /**
   * The authentication methods of a login by password (<a
   * href="https://www.rfc-editor.org/rfc/rfc8176">RFC 8176</a>).
   */
  private static final String PASSWORD = "pwd";

  @Id private String id;

  @Column(name = "account_id")
  private UUID accountId;

  @Column(name = "client_id")
  private @Nullable String clientId;

  private @Nullable String scope;

  private @Nullable String claims;

  @Column(name = "parent_id")
  private @Nullable String parentId;

  @Enumerated(EnumType.STRING)
  private SessionKind kind;

  private int generation;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "authenticated_at")
  private Instant authenticatedAt;

  @Column(name = "refreshed_at")
  private Instant refreshedAt;

  @Column(name = "used_at")
  private Instant usedAt;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Column(name = "idle_expires_at")
  private Instant idleExpiresAt;

  @Column(name = "revoked_at")
  private @Nullable Instant revokedAt;

  @Enumerated(EnumType.STRING)
  @Column(name = "revoked_because")
  private @Nullable EndReason revokedBecause;

  private String ip;

  @Column(name = "user_agent")
  private String userAgent;

  /** How the person proved who he is (RFC 8176). */
  private String amr;

  /** What a presented generation means. */
  enum Verdict {
    /** The latest: it may be refreshed. */
    LATEST,
    /**
     * The one before, so soon after that the answer may have been lost: its successor is given
     * again.
     */
    REPEATED,
    /** One that was refreshed long ago: somebody has a copy. */
    REUSED,
    /**
     * One that this session never had: the row is older than the token, as after a restored backup.
     */
    UNKNOWN,
    /** Of a session that was ended. */
    REVOKED,
    /** Of a session that has run out. */
    EXPIRED
  }

  /** For the persistence provider. */
  @SuppressWarnings("NullAway.Init")
  protected Session() {}

  /**
   * A new session.
   *
   * @param limits those of its kind
   */
  Session(Account account, Origin origin, SessionKind kind, SessionLimits limits, Instant now) {
    this.id = Secrets.identifier();
    this.accountId = account.id();
    this.kind = kind;
    this.generation = 0;
    this.createdAt = now;
    this.authenticatedAt = now;
    this.refreshedAt = now;
    this.usedAt = now;
    this.expiresAt = now.plus(limits.absolute());
    this.idleExpiresAt = limits.idleEnd(now);
    this.ip = origin.ip();
    this.userAgent = origin.userAgent();
    this.amr = PASSWORD;
  }

  /**
   * A new session of a client, for who is logged in with a browser.
   *
   * @param browser the session of that login
   * @param limits those of its kind
   */
  static Session ofClient(
      ClientLogin login, LiveSession browser, Origin origin, SessionLimits limits) {
    Session session = new Session(browser.account(), origin, login.kind(), limits, browser.at());
    session.clientId = login.clientId();
    session.scope = login.scope();
    session.claims = login.claims().orElse(null);
    session.parentId = browser.session().id;
    session.authenticatedAt = browser.session().authenticatedAt;
    session.amr = browser.session().amr;
    return session;
  }

  /** 128 random bits in base64url: the {@code sid} of its tokens. */
  public String id() {
    return id;
  }

  /** What it was opened for. */
  public SessionKind kind() {
    return kind;
  }

  /** From where it was opened, for its owner to recognise it by. */
  public String ip() {
    return ip;
  }

  /** By which program it was opened, as that called itself; may be empty. */
  public String userAgent() {
    return userAgent;
  }

  /** Whose it is. */
  public UUID accountId() {
    return accountId;
  }

  /** How often it was refreshed; the latest refresh token names this number. */
  public int generation() {
    return generation;
  }

  /** When it was opened. */
  public Instant createdAt() {
    return createdAt;
  }

  /** When the person last proved who he is: the {@code auth_time} of its tokens. */
  public Instant authenticatedAt() {
    return authenticatedAt;
  }

  /** How the person proved who he is (RFC 8176). */
  public List<String> amr() {
    return List.of(amr.split(" "));
  }

  /** The client that it was opened for; empty for one of our own. */
  public Optional<String> clientId() {
    return Optional.ofNullable(clientId);
  }

  /** What its client may do: words with spaces between them (RFC 6749 §3.3); of no client: all. */
  public Optional<String> scope() {
    return Optional.ofNullable(scope);
  }

  /** Which single claims its client has asked for, in JSON (OpenID Connect Core 1.0 §5.5). */
  public Optional<String> claims() {
    return Optional.ofNullable(claims);
  }

  /** The browser's session that the person had when it was opened for a client. */
  public Optional<String> parentId() {
    return Optional.ofNullable(parentId);
  }

  /**
   * When somebody last made it last longer: by the login, or by a refresh that puts off its end.
   */
  public Instant usedAt() {
    return usedAt;
  }

  /** When the latest tokens were made. */
  public Instant refreshedAt() {
    return refreshedAt;
  }

  /**
   * When the latest refresh token expires: by disuse, or because the session may last no longer.
   */
  public Instant refreshableUntil() {
    return idleExpiresAt.isBefore(expiresAt) ? idleExpiresAt : expiresAt;
  }

  /** Whether it can be refreshed. */
  boolean isAlive(Instant now) {
    return revokedAt == null && now.isBefore(refreshableUntil());
  }

  /**
   * Whether it goes on where all others of its account end: also what clients have of the one that
   * is kept, unless there is another password, which they were not given by.
   */
  boolean outlasts(String kept, EndReason because) {
    return id.equals(kept) || (because != EndReason.PASSWORD_CHANGED && kept.equals(parentId));
  }

  /**
   * Has the login of a browser go on for who has proven once more that it is his: the tokens from
   * before are of another generation. Returns whether it is his, and alive.
   *
   * @param limits those of its kind
   */
  boolean confirm(Account proven, SessionLimits limits, Instant now) {
    if (!accountId.equals(proven.id()) || !kind.isOfBrowser() || !isAlive(now)) {
      return false;
    }
    generation++;
    authenticatedAt = now;
    refreshedAt = now;
    usedAt = now;
    Instant idle = limits.idleEnd(now);
    idleExpiresAt = idle.isBefore(expiresAt) ? idle : expiresAt;
    return true;
  }

  /** Why it was ended; empty where it was not. */
  Optional<EndReason> end() {
    return Optional.ofNullable(revokedBecause);
  }

  /** What to make of a generation that somebody presents. */
  Verdict judge(int presented, Instant now, Duration grace) {
    if (revokedAt != null) {
      return Verdict.REVOKED;
    }
    if (!now.isBefore(refreshableUntil())) {
      return Verdict.EXPIRED;
    }
    if (presented > generation) {
      return Verdict.UNKNOWN;
    }
    if (presented == generation) {
      return Verdict.LATEST;
    }
    boolean predecessor = presented == generation - 1;
    return predecessor && now.isBefore(refreshedAt.plus(grace)) ? Verdict.REPEATED : Verdict.REUSED;
  }
}
