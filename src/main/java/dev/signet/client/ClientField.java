package dev.signet.client;

import java.util.Locale;

/** What may be said of a client in the settings. */
enum ClientField {
  NAME,
  REDIRECT_URIS,
  POST_LOGOUT_REDIRECT_URIS,
  BACKCHANNEL_LOGOUT_URI,
  AUTH_METHODS,
  SECRET,
  SECRET_HASH,
  JWKS,
  GRANTS,
  SCOPES,
  AUDIENCES,
  CONSENT,
  PKCE,
  ACCESS_LIFETIME,
  ID_TOKEN_LIFETIME,
  SECTOR;

  /** As it stands in a key. */
  String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
