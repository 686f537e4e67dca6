package dev.signet.origin;

import dev.signet.platform.Settings;
import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The cookie in which a browser keeps what it is to show of its logins.
 *
 * @param attributes what goes with each (<a href="https://www.rfc-editor.org/rfc/rfc6265">RFC
 *     6265</a>)
 */
record DeviceCookie(String attributes) {

  private static final String NAME = "signet-device";

  /** For the address of the application alone; over TLS only where that is. */
  static DeviceCookie from(Settings settings) {
    URI issuer = URI.create(settings.text("signet.issuer"));
    Duration lifetime = settings.duration("signet.throttle.device-lifetime", Duration.ofDays(1));
    String path = issuer.getPath() == null || issuer.getPath().isEmpty() ? "/" : issuer.getPath();
    String secure = "https".equals(issuer.getScheme()) ? "; Secure" : "";
    return new DeviceCookie(
        "; Path=%s; Max-Age=%d; HttpOnly; SameSite=Strict%s"
            .formatted(path, lifetime.toSeconds(), secure));
  }

  /** Its value; empty where there is none. */
  static String in(Cookie @Nullable [] cookies) {
    return cookies == null
        ? ""
        : Arrays.stream(cookies)
            .filter(cookie -> cookie.getName().equals(NAME))
            .map(Cookie::getValue)
            .findFirst()
            .orElse("");
  }

  /** The header that sets it. */
  String set(String value) {
    return NAME + "=" + value + attributes;
  }
}
