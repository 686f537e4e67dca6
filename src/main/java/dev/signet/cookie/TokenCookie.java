package dev.signet.cookie;

import java.time.Duration;
import java.util.Locale;

/**
 * A cookie that has to do with tokens. Its prefix has browsers refuse one that a neighbouring host
 * or a connection without TLS would plant (<a
 * href="https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis#section-4.1.3">RFC
 * 6265bis §4.1.3</a>).
 */
enum TokenCookie {
  /** Goes with links from elsewhere, so that who is logged in is so there too. */
  ACCESS("__Host-", "; HttpOnly; SameSite=Lax"),
  /** Goes to where logins are, and nowhere else. */
  REFRESH("__Secure-", "; HttpOnly; SameSite=Strict"),
  /** What a script of ours repeats, to show that it is one. */
  CSRF("__Host-", "; SameSite=Lax");

  /** Where a refresh token is asked for, below the application. */
  private static final String REFRESH_PATH = "/api/auth";

  private final String prefix;
  private final String attributes;

  TokenCookie(String prefix, String attributes) {
    this.prefix = prefix;
    this.attributes = attributes;
  }

  /** What it is called. */
  String in(CookieSettings settings) {
    String plain = name().toLowerCase(Locale.ROOT);
    return settings.areSecure() ? prefix + plain : plain;
  }

  /** The header that sets it; empty for no time removes it. */
  String set(CookieSettings settings, String value, Duration lifetime) {
    String path = this == REFRESH ? settings.root() + REFRESH_PATH : "/";
    return "%s=%s; Path=%s; Max-Age=%d%s%s"
        .formatted(
            in(settings),
            value,
            path,
            lifetime.toSeconds(),
            attributes,
            settings.areSecure() ? "; Secure" : "");
  }
}
