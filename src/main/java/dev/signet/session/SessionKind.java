package dev.signet.session;

import dev.signet.input.Fields;

/** What a session is opened for: each kind has limits of its own. */
public enum SessionKind {
  /** A program that keeps its tokens. */
  API,
  /** A browser, for as long as somebody is at it. */
  BROWSER,
  /** A browser whose owner has asked to be remembered. */
  REMEMBERED,
  /** Whoever has sliding tokens; its end no refresh moves. */
  SLIDING,
  /** A client that a person has logged in to with a browser; it ends with that login. */
  CLIENT,
  /** One that goes on then. */
  OFFLINE;

  /** The same for a login that can only be a browser's. */
  public static SessionKind ofBrowser(Fields fields) {
    SessionKind asked = asked(fields);
    return asked == API ? BROWSER : asked;
  }

  /** Whether a browser keeps its tokens. */
  public boolean isOfBrowser() {
    return this == BROWSER || this == REMEMBERED;
  }

  /**
   * The kind that a login or a sign-up asks for: only a browser has somebody to remember, and says
   * whether to.
   */
  public static SessionKind asked(Fields fields) {
    if (!fields.has("remember_me")) {
      return API;
    }
    return fields.flag("remember_me") ? REMEMBERED : BROWSER;
  }
}
