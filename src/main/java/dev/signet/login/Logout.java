package dev.signet.login;

import jakarta.ws.rs.core.Response;

/** What a browser is told that has logged out. */
final class Logout {

  /**
   * What scripts have kept goes with the login (<a
   * href="https://www.w3.org/TR/clear-site-data/">Clear Site Data</a>). Cookies are cleared one by
   * one: this header would clear those of all neighbouring hosts.
   */
  private static final String CLEAR_SITE_DATA = "Clear-Site-Data";

  private Logout() {}

  static Response answer(Response answer) {
    answer.getHeaders().putSingle(CLEAR_SITE_DATA, "\"storage\"");
    return answer;
  }
}
