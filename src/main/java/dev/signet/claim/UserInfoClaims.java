package dev.signet.claim;

/**
 * Tells clients more of who has logged in: at the UserInfo endpoint, and in ID tokens where a
 * client asks for single claims (<a
 * href="https://openid.net/specs/openid-connect-core-1_0.html#ScopeClaims">OpenID Connect Core 1.0
 * §5.4, §5.5</a>). Any CDI bean that implements this is asked whenever a client wants one of its
 * claims, and may have it.
 */
public interface UserInfoClaims extends Contributor {

  /**
   * The word by which clients ask for these claims, and people are asked about them, such as {@code
   * phone}; asked once, at the start. A word of another meaning, {@code openid}, {@code
   * offline_access} or {@code account}, stops the deployment, as does what is none (RFC 6749 §3.3).
   */
  String scope();
}
