package dev.signet.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.relying.Federation;
import dev.signet.relying.RelyingParties;
import dev.signet.wire.Person;
import java.net.URI;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A browser that obeys the policies of our pages, on its way to a site of somebody else. */
@BrowserTest
@Tag("startup")
@ExtendWith(RelyingParties.class)
class SingleSignOnBrowserIT {

  private final Person kim = Person.stranger();

  @Test
  void logsInOnTheWay(Visitor visitor, Federation federation) {
    federation.signUp(kim);
    URI greeting = federation.application("/intranet/greeting");
    visitor.open(greeting);
    assertThat(visitor.path()).isEqualTo("/signet/login");

    visitor.logIn(kim);

    visitor.page().waitForURL(greeting.toString());
    assertThat(visitor.heading()).isEqualTo("Hello, " + kim.username());
  }

  @Test
  void passesByWhereSomebodyIsLoggedIn(Visitor visitor, Federation federation) {
    federation.signUp(kim);
    visitor.open(federation.signet().uri("/login"));
    visitor.logIn(kim);

    visitor.open(federation.application("/intranet/greeting"));

    assertThat(visitor.path()).isEqualTo("/intranet/greeting");
    assertThat(visitor.heading()).isEqualTo("Hello, " + kim.username());
  }
}
