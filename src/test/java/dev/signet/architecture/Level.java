package dev.signet.architecture;

import java.util.Optional;

/** The levels of the house, from the ground up. */
enum Level {
  GROUND,
  THING,
  FLOW,
  ROOT;

  /** The level of a top-level package, by its name below the root; the root's own is empty. */
  static Optional<Level> of(String topLevelPackage) {
    return switch (topLevelPackage) {
      case "" -> Optional.of(ROOT);
      case "signup", "login", "email", "password", "simplejwt", "profile" -> Optional.of(FLOW);
      case "authorize", "grant", "oidc", "admin", "asset", "health", "guard" -> Optional.of(FLOW);
      case "account", "client", "session", "token", "key" -> Optional.of(THING);
      case "audit", "event", "claim", "hashing", "lifecycle", "link", "mail", "revocation" ->
          Optional.of(THING);
      case "assertion",
          "authorization",
          "consent",
          "delivery",
          "idtoken",
          "logout",
          "provisioning",
          "strength",
          "subject",
          "throttle" ->
          Optional.of(THING);
      case "oauth",
          "problem",
          "page",
          "input",
          "origin",
          "address",
          "cookie",
          "brand",
          "database",
          "platform",
          "tabular" ->
          Optional.of(GROUND);
      default -> Optional.empty();
    };
  }

  boolean isBelow(Level other) {
    return compareTo(other) < 0;
  }
}
