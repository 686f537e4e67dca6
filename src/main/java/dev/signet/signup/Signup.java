package dev.signet.signup;

import dev.signet.account.NewAccount;
import dev.signet.input.Fields;
import dev.signet.lifecycle.FirstLogin;
import dev.signet.lifecycle.Registration;
import dev.signet.origin.RequestOrigin;
import dev.signet.problem.Problem;
import dev.signet.session.SessionKind;
import dev.signet.strength.PasswordPolicy;
import dev.signet.token.IssuedTokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;

/** Sign-up, for the JSON API and for the page. */
@ApplicationScoped
class Signup {

  @Inject PasswordPolicy policy;
  @Inject Registration registration;
  @Inject FirstLogin login;
  @Inject RequestOrigin origin;

  /**
   * Adds the account that the fields ask for, and logs it in.
   *
   * @param language the one that somebody reads
   * @return empty where the address must be proven first
   * @throws dev.signet.problem.FieldErrors for what is wrong with the fields
   * @throws dev.signet.problem.ProblemException {@link Problem#THROTTLED}, {@link
   *     Problem#ACCOUNT_EXISTS} or {@link Problem#BUSY}
   */
  Optional<IssuedTokens> by(Fields fields, SessionKind kind, Locale language) {
    NewAccount asked = SignupRequest.parse(fields, policy);
    return registration
        .signUp(asked, language, origin.origin())
        .map(account -> login.of(account, kind));
  }
}
