package dev.signet.cookie;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The tokens that the request at hand shows in cookies, and those that its answer sets. */
@RequestScoped
public class TokenCookies {

  /** What browsers take, name and attributes with it (RFC 6265 §6.1). In characters. */
  private static final int LONGEST = 4096;

  @Inject HttpServletRequest request;
  @Inject CookieSettings settings;
  @Inject CsrfTokens csrfTokens;

  private final Map<TokenCookie, String> answers = new EnumMap<>(TokenCookie.class);

  /** The access token that the browser shows; it may have expired. */
  public Optional<String> access() {
    return shown(TokenCookie.ACCESS);
  }

  /** The refresh token that the browser shows; the token it has, where it is to have no other. */
  public Optional<String> refresh() {
    return shown(settings.renewedByServer() ? TokenCookie.ACCESS : TokenCookie.REFRESH);
  }

  /** Whether the access token is all that browsers have, and the server renews it. */
  public boolean areRenewedByServer() {
    return settings.renewedByServer();
  }

  /** Whether the browser shows any: it has logged in here, be it long ago. */
  public boolean areShown() {
    return Stream.of(TokenCookie.values()).anyMatch(cookie -> shown(cookie).isPresent());
  }

  /** Whether the browser shows that it has logged in to a session, and to no other since. */
  public boolean areOf(String sessionId) {
    return shown(TokenCookie.CSRF).filter(shown -> csrfTokens.isOf(sessionId, shown)).isPresent();
  }

  /**
   * Has the browser keep the tokens of a session.
   *
   * @param accessLifetime how long the access token is good
   * @param refreshLifetime how long the session can be refreshed
   */
  public void keep(
      String sessionId,
      String access,
      Duration accessLifetime,
      String refresh,
      Duration refreshLifetime) {
    if (settings.renewedByServer()) {
      set(TokenCookie.ACCESS, access, refreshLifetime);
    } else {
      set(TokenCookie.ACCESS, access, accessLifetime);
      set(TokenCookie.REFRESH, refresh, refreshLifetime);
    }
    set(TokenCookie.CSRF, csrfTokens.of(sessionId), refreshLifetime);
  }

  /** Has the browser forget all of them. */
  public void clear() {
    for (TokenCookie cookie : TokenCookie.values()) {
      set(cookie, "", Duration.ZERO);
    }
  }

  /** The headers that the answer is to have. */
  Collection<String> answers() {
    return answers.values();
  }

  private void set(TokenCookie cookie, String value, Duration lifetime) {
    String header = cookie.set(settings, value, lifetime);
    if (header.length() > LONGEST) {
      throw new IllegalStateException(
          "A cookie of %d characters, of which browsers take %d: let contributors add less"
              .formatted(header.length(), LONGEST));
    }
    answers.put(cookie, header);
  }

  private Optional<String> shown(TokenCookie wanted) {
    Cookie[] cookies = request.getCookies();
    return cookies == null
        ? Optional.empty()
        : Arrays.stream(cookies)
            .filter(cookie -> cookie.getName().equals(wanted.in(settings)))
            .map(Cookie::getValue)
            .filter(value -> !value.isEmpty())
            .findFirst();
  }
}
