package dev.signet.problem;

import dev.signet.platform.Settings;

/**
 * The authentication scheme that challenges name (RFC 9110 §11.1): the first of those that may
 * stand before a token.
 */
record Scheme(String name) {

  static Scheme from(Settings settings) {
    return new Scheme(settings.list("signet.bearer.header-types").get(0));
  }
}
