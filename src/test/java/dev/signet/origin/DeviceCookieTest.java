package dev.signet.origin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.platform.TestSettings;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceCookieTest {

  /** It is for nobody but the application, and over TLS alone where there is TLS. */
  @ParameterizedTest
  @CsvSource({
    "http://localhost:8080/signet, /signet, ''",
    "https://login.example.org, /, '; Secure'",
    "https://example.org/a/b, /a/b, '; Secure'"
  })
  void staysWithTheApplication(String issuer, String path, String secure) {
    DeviceCookie cookie = DeviceCookie.from(TestSettings.with("signet.issuer", issuer));

    assertThat(cookie.set("value"))
        .isEqualTo(
            "signet-device=value; Path=%s; Max-Age=31536000; HttpOnly; SameSite=Strict%s"
                .formatted(path, secure));
  }

  @Test
  void isFoundAmongOthers() {
    assertThat(DeviceCookie.in(null)).isEmpty();
    assertThat(DeviceCookie.in(new Cookie[] {})).isEmpty();
    assertThat(DeviceCookie.in(new Cookie[] {new Cookie("a", "b")})).isEmpty();
    assertThat(
            DeviceCookie.in(
                new Cookie[] {
                  new Cookie("a", "b"),
                  new Cookie("signet-device", "first"),
                  new Cookie("signet-device", "second")
                }))
        .isEqualTo("first");
  }
}
