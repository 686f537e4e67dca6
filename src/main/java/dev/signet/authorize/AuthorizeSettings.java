package dev.signet.authorize;

import dev.signet.oauth.OAuthForm;
import dev.signet.page.Continue;

/**
 * What the authorization endpoint goes by.
 *
 * @param issuer who answers (RFC 9207 §2)
 * @param root the path below which everything of ours is
 */
record AuthorizeSettings(String issuer, String root, ProgressSeal seal) {

  /** A request as a link to the endpoint itself. */
  Continue authorize(OAuthForm request) {
    return new Continue(root + "/oauth2/authorize?" + request.text());
  }
}
