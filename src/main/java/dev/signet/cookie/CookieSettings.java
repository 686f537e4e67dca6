package dev.signet.cookie;

import dev.signet.platform.Settings;
import java.net.URI;
import java.util.Set;

/**
 * Where browsers keep tokens.
 *
 * @param inAnswers whether the JSON API gives tokens in cookies, and none in bodies; pages always
 *     do
 * @param renewedByServer whether the access cookie is all that a browser has, and the server renews
 *     it by the session; otherwise a refresh token of its own is in a second cookie
 * @param issuer the address of this application as browsers see it
 */
public record CookieSettings(boolean inAnswers, boolean renewedByServer, URI issuer) {

  private static final String TRANSPORT = "signet.login.transport";
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  public static CookieSettings from(Settings settings) {
    String transport = settings.choice(TRANSPORT, Set.of("body", "cookie"));
    String refresh = settings.choice("signet.login.cookie-refresh", Set.of("cookie", "session"));
    CookieSettings cookies =
        new CookieSettings(
            transport.equals("cookie"),
            refresh.equals("session"),
            URI.create(settings.text("signet.issuer")));
    if (cookies.inAnswers() && cookies.areSecure() && !cookies.isServedOverTls()) {
      throw Settings.wrong(
          TRANSPORT, "body, unless signet.issuer is an https address, or one of this machine");
    }
    return cookies;
  }

  /** The path that this application is found below; empty for all of a host. */
  public String root() {
    return issuer.getPath() == null ? "" : issuer.getPath();
  }

  /**
   * Whether cookies are for TLS alone. Browsers keep none that are for an address without it, so
   * these are others on the machine of a developer.
   */
  boolean areSecure() {
    return isServedOverTls() || !LOOPBACK.contains(issuer.getHost());
  }

  private boolean isServedOverTls() {
    return "https".equals(issuer.getScheme());
  }
}
