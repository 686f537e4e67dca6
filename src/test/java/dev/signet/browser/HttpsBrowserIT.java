package dev.signet.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.Cookie;
import dev.signet.relying.Federation;
import dev.signet.relying.RelyingParties;
import dev.signet.wire.Person;
import dev.signet.wire.ServerProcess;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Logging in over TLS, with a browser that keeps no {@code __Host-} cookie that is not one. */
@BrowserTest
@Tag("startup")
@ExtendWith(RelyingParties.class)
class HttpsBrowserIT {

  @Test
  void keepsCookiesOfThisHostAlone(Visitor visitor, Federation federation) {
    ServerProcess signet = federation.signet();
    Person kim = Person.stranger();
    federation.signUp(kim);

    visitor.open(signet.uri("/account"));
    assertThat(visitor.logIn(kim)).isEqualTo(200);

    assertThat(visitor.path()).isEqualTo("/signet/account");
    assertThat(visitor.text()).contains(kim.username());
    for (String name : new String[] {"__Host-access", "__Secure-refresh", "__Host-csrf"}) {
      Cookie cookie = visitor.cookie(name).orElseThrow();
      assertThat(cookie.secure).as(name).isTrue();
      assertThat(cookie.httpOnly).as(name).isEqualTo(!name.endsWith("csrf"));
    }
  }
}
