package dev.signet.claim;

import dev.signet.account.Account;
import java.util.Map;
import java.util.Set;

/**
 * Says more of an account than Signet does by itself. It becomes a CDI bean by implementing {@link
 * AccessTokenClaims}, {@link LoginAnswerMembers}, {@link UserInfoClaims} or several of them.
 */
public interface Contributor {

  /**
   * The names it may set; asked once, at the start. A reserved one, or one that another contributor
   * has too, stops the deployment.
   */
  Set<String> names();

  /**
   * What it says of an account, by name; a name may be left out. A value is text, a flag, a finite
   * number, or a list or a map of values; null is left out, and any other object, such as a UUID,
   * is written as its {@code toString()}.
   */
  Map<String, Object> values(Account account);
}
