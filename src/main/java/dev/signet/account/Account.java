package dev.signet.account;

import dev.signet.account.AccountSettings.Verification;
import dev.signet.platform.Secrets;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who can log in. Its id is the subject of tokens and is never given to another. */
@Entity
@Table(name = "account")
@NamedQuery(
    name = "Account.byIdentifier",
    query = "select a from Account a where a.usernameKey = :key or a.emailKey = :key")
public class Account {

  /** The role that lets an account into the administration. */
  public static final String ADMIN = "admin";

  @Id private UUID id;

  private String username;

  @Column(name = "username_key")
  private String usernameKey;

  private String email;

  @Column(name = "email_key")
  private String emailKey;

  private String name;

  @Column(name = "password_hash")
  private String passwordHash;

  @Convert(converter = RolesColumn.class)
  private Set<String> roles;

  @Enumerated(EnumType.STRING)
  private AccountState state;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "last_login_at")
  private @Nullable Instant lastLoginAt;

  @Column(name = "password_changed_at")
  private @Nullable Instant passwordChangedAt;

  @Column(name = "email_verified_at")
  private @Nullable Instant emailVerifiedAt;

  private String language;

  private boolean contested;

  private int version;

  /** For the persistence provider. */
  @SuppressWarnings("NullAway.Init")
  protected Account() {}

  Account(NewAccount asked, String passwordHash, Set<String> roles, Instant now) {
    this.id = Secrets.uuid();
    this.username = asked.username();
    this.usernameKey = IdentifierKey.of(asked.username());
    this.email = asked.email();
    this.emailKey = IdentifierKey.of(asked.email());
    this.name = asked.name();
    this.passwordHash = passwordHash;
    this.roles = Set.copyOf(roles);
    this.state = AccountState.ACTIVE;
    this.createdAt = now;
    this.language = "en";
  }

  /**
   * The account that somebody asks for, as the settings have it: active, or waiting for its address
   * to be proven.
   *
   * @param language the one that he reads
   */
  public static Account signedUp(
      NewAccount asked,
      Credentials.Hash hash,
      AccountSettings settings,
      Locale language,
      Instant now) {
    Account account = new Account(asked, hash.text(), settings.signupRoles(), now);
    account.language = language.getLanguage();
    if (settings.verification() == Verification.MANDATORY) {
      account.state = AccountState.PENDING;
    }
    return account;
  }

  /** The subject of its tokens. */
  public UUID id() {
    return id;
  }

  /** The name it logs in by, as it was written at sign-up. */
  public String username() {
    return username;
  }

  /** The address it can be reached at, and can log in by. */
  public String email() {
    return email;
  }

  /** What the person is called; may be empty. */
  public String name() {
    return name;
  }

  /** Calls the person by another name; it may be empty. */
  public void rename(String other) {
    name = other;
  }

  /** What strangers may know of whoever has it, and so would try first as a password. */
  public List<String> about() {
    return List.of(username, email, name);
  }

  /** What it may do: the {@code groups} of its tokens. */
  public Set<String> roles() {
    return Set.copyOf(roles);
  }

  /** Since when the address is known to be its owner's; empty where nobody has proven that. */
  public Optional<Instant> emailVerifiedAt() {
    return Optional.ofNullable(emailVerifiedAt);
  }

  /** Which language its owner reads. */
  public Locale language() {
    return Locale.forLanguageTag(language);
  }

  /** When it signed up. */
  public Instant createdAt() {
    return createdAt;
  }

  /** When it last logged in; empty where that is not recorded. */
  public Optional<Instant> lastLoginAt() {
    return Optional.ofNullable(lastLoginAt);
  }

  void loggedIn(Instant now) {
    lastLoginAt = now;
  }

  /** Whether its password is the one that it had when {@code before} was read. */
  public boolean hasPasswordOf(Account before) {
    return Objects.equals(passwordChangedAt, before.passwordChangedAt);
  }

  /** Gives it another password. No two changes are of the same time, whatever the clock says. */
  public void changePassword(Credentials.Hash hash, Instant now) {
    Instant next = passwordChangedAt == null ? now : passwordChangedAt.plusMillis(1);
    passwordHash = hash.text();
    passwordChangedAt = now.isAfter(next) ? now : next;
  }

  /**
   * The address is its owner's: it may log in, if that was all it waited for. Returns whether it
   * was.
   */
  public boolean confirmEmail(Instant now) {
    emailVerifiedAt = emailVerifiedAt == null ? now : emailVerifiedAt;
    contested = false;
    boolean waited = isPending();
    state = waited ? AccountState.ACTIVE : state;
    return waited;
  }

  /** Somebody else has asked for its address before that was proven: whose is the password? */
  public void contest() {
    contested = isPending();
  }

  /** Whether two have asked for its address, and nobody has proven that it is his. */
  public boolean isContested() {
    return contested;
  }

  /** The same beside the account that has its address: like those that wait, and good for none. */
  public Account beside() {
    emailKey = "beside " + id;
    return this;
  }

  /** Gives it another address; {@code verifiedAt} is empty where nobody has proven whose it is. */
  public void changeEmail(String other, Optional<Instant> verifiedAt) {
    String key = IdentifierKey.of(other);
    if (usernameKey.equals(emailKey)) {
      username = other;
      usernameKey = key;
    }
    email = other;
    emailKey = key;
    emailVerifiedAt = verifiedAt.orElse(null);
  }

  /** Whether an address is this one, however it is written. */
  public boolean hasEmail(String address) {
    return emailKey.equals(IdentifierKey.of(address));
  }

  /** Lets it log in no more. */
  public void disable() {
    state = state.disabled();
  }

  /** Lets it log in again, or wait for its address to be proven where it did before. */
  public void enable() {
    state = state.enabled();
  }

  /**
   * Gives it these roles and no others. Returns whether it had one that it has no longer.
   *
   * @throws IllegalArgumentException where one is no role, or they are too many for the row
   */
  public boolean give(Set<String> granted) {
    if (!RolesColumn.holds(granted)) {
      throw new IllegalArgumentException("Roles are words, of 1000 characters together at most");
    }
    boolean demoted = !granted.containsAll(roles);
    roles = Set.copyOf(granted);
    return demoted;
  }

  /**
   * Which version of it an access token speaks of: how often something was taken from it. What is
   * given to it makes no new version, since tokens that do not know of it yet do no harm.
   */
  public int version() {
    return version;
  }

  /** Makes its next version: access tokens of this one are good no more. Returns it. */
  public int outdateTokens() {
    return ++version;
  }

  /** Whether it waits for its address to be proven. */
  public boolean isPending() {
    return state == AccountState.PENDING;
  }

  /** Whether it was told that it may log in no more. */
  public boolean isDisabled() {
    return state.isDisabled();
  }

  /** Whether it may log in and refresh. */
  public boolean isActive() {
    return state == AccountState.ACTIVE;
  }

  /** Whether it has the role of an administrator. */
  public boolean isAdmin() {
    return roles.contains(ADMIN);
  }

  String state() {
    return state.name();
  }

  String passwordHash() {
    return passwordHash;
  }

  String usernameKey() {
    return usernameKey;
  }

  String emailKey() {
    return emailKey;
  }
}
