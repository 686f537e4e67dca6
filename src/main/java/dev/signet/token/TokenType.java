package dev.signet.token;

import java.util.Locale;

/**
 * What a token is good for: the {@code token_type} claim. None is good as another (RFC 8725 §3.12).
 */
enum TokenType {
  ACCESS,
  REFRESH;

  String claim() {
    return name().toLowerCase(Locale.ROOT);
  }
}
