package dev.signet.client;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where browsers are sent back to a client, and where it is told of logouts.
 *
 * @param redirects where answers to authorization requests go (RFC 6749 §3.1.2)
 * @param postLogout where browsers go after a logout (OpenID Connect RP-Initiated Logout 1.0 §3.1)
 * @param backchannelLogout who is told that a session has ended (OpenID Connect Back-Channel Logout
 *     1.0 §2.2)
 * @param anyLoopbackPort whether it is a program on the person's own machine, which listens on a
 *     port that is free just then (RFC 8252 §7.3)
 */
public record ClientAddresses(
    Set<String> redirects,
    Set<String> postLogout,
    Optional<URI> backchannelLogout,
    boolean anyLoopbackPort) {

  private static final Pattern LOOPBACK =
      Pattern.compile("(http://(?:127\\.0\\.0\\.1|\\[::1]))(?::\\d{1,5})?((?:/.*)?)");

  public ClientAddresses {
    redirects = Set.copyOf(redirects);
    postLogout = Set.copyOf(postLogout);
  }

  /** RFC 9700 §2.1: by the very same text; of a loopback address, but for the port. */
  public boolean mayRedirectTo(String uri) {
    return redirects.contains(uri)
        || (anyLoopbackPort
            && redirects.stream().anyMatch(registered -> differInPort(registered, uri)));
  }

  /** Whether browsers may go there after a logout: by the very same text. */
  public boolean mayGoToAfterLogout(String uri) {
    return postLogout.contains(uri);
  }

  private static boolean differInPort(String registered, String uri) {
    Matcher one = LOOPBACK.matcher(registered);
    Matcher other = LOOPBACK.matcher(uri);
    return one.matches()
        && other.matches()
        && one.group(1).equals(other.group(1))
        && one.group(2).equals(other.group(2));
  }
}
