package dev.signet.platform;

/**
 * What the settings file says of a setting of Simple JWT: why a default differs, or why there is no
 * key; maybe nothing but the name.
 */
record SimpleJwtNote(String name, String reason) {

  SimpleJwtNote followedBy(String more) {
    return new SimpleJwtNote(name, reason + " " + more);
  }
}
