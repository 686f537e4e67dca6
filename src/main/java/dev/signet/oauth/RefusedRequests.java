package dev.signet.oauth;

import java.util.Set;
import java.util.function.Supplier;

/** Tells the operator which client was refused what, and why. */
public final class RefusedRequests {

  private static final System.Logger LOG = System.getLogger(RefusedRequests.class.getName());

  private static final Set<OAuthError> OF_PERSONS =
      Set.of(OAuthError.ACCESS_DENIED, OAuthError.LOGIN_REQUIRED, OAuthError.CONSENT_REQUIRED);

  private RefusedRequests() {}

  /**
   * Answers a request, or logs why not.
   *
   * @param client the id of one that there is: what a stranger calls himself is not for the log
   * @param where which endpoint
   * @throws OAuthException what {@code request} throws
   */
  public static <T> T logged(String client, String where, Supplier<T> request) {
    try {
      return request.get();
    } catch (OAuthException refusal) {
      log(client, where, refusal);
      throw refusal;
    }
  }

  /**
   * Logs why a request was not answered, unless it is the person who has to act, or has done so.
   */
  public static void log(String client, String where, OAuthException refusal) {
    if (!OF_PERSONS.contains(refusal.error())) {
      LOG.log(
          System.Logger.Level.INFO,
          "Client {0} refused at the {1} endpoint: {2}",
          client,
          where,
          refusal.getMessage());
    }
  }
}
