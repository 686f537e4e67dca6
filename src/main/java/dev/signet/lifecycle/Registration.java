package dev.signet.lifecycle;

import dev.signet.account.Account;
import dev.signet.account.AccountSettings;
import dev.signet.account.AccountSettings.Verification;
import dev.signet.account.Credentials;
import dev.signet.account.IdentifierKey;
import dev.signet.account.NewAccount;
import dev.signet.origin.Origin;
import dev.signet.problem.Problem;
import dev.signet.throttle.Throttle;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;

/** Signs people up. */
@ApplicationScoped
public class Registration {

  private static final String SIGN_UP = "SIGN_UP";

  @Inject Credentials credentials;
  @Inject Enrolment enrolment;
  @Inject Throttle throttle;
  @Inject AccountSettings settings;

  /**
   * Adds the account that somebody asks for, and mails what the settings want mailed. The password
   * is hashed whatever comes of it, and before the transaction.
   *
   * @param language the one that he reads
   * @return the account that may log in now; empty where its address must be proven first. That is
   *     also the answer then where the username or the address is taken: the mail says it, to the
   *     owner of the address.
   * @throws dev.signet.problem.ProblemException {@link Problem#THROTTLED}, {@link
   *     Problem#ACCOUNT_EXISTS}, where nothing must be proven, or {@link Problem#BUSY}
   */
  public Optional<Account> signUp(NewAccount asked, Locale language, Origin origin) {
    throttle.signup(origin);
    if (settings.verification() == Verification.MANDATORY) {
      throttle.mail(SIGN_UP, IdentifierKey.of(asked.email()), origin);
    }
    return enrolment.add(asked, credentials.hash(asked.password()), language);
  }
}
