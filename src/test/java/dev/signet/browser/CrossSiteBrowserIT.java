package dev.signet.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.wire.Person;
import dev.signet.wire.Signet;
import org.junit.jupiter.api.Test;

/** What a page of another site can do in the browser of somebody who is logged in. */
@BrowserTest
class CrossSiteBrowserIT {

  private final Person kim = Person.signedUp();

  /** Its cookies stay at home, so it is somebody's who is not logged in. */
  @Test
  void aFormFromElsewhereChangesNothing(Visitor visitor) {
    logIn(visitor);

    submitElsewhere(visitor, "/account/name", "<input name=\"name\" value=\"Mallory\">");

    visitor.open("/account");
    assertThat(visitor.heading()).isEqualTo("My account");
    assertThat(visitor.field("Name").inputValue()).isEqualTo("Somebody");
  }

  @Test
  void aFormFromElsewhereLogsNobodyIn(Visitor visitor) {
    String fields =
        "<input name=\"username\" value=\"%s\"><input name=\"password\" value=\"%s\">"
            .formatted(kim.username(), Signet.PASSWORD);

    assertThat(submitElsewhere(visitor, "/login", fields)).isEqualTo(403);

    assertThat(visitor.alert()).contains("does not prove that it comes from a page");
    assertThat(visitor.cookie("access")).isEmpty();
  }

  /** The refresh token goes with nothing that comes from elsewhere: Signet has it asked for. */
  @Test
  void aLinkFromElsewhereArrivesLoggedInAfterTheAccessTokenHasExpired(Visitor visitor) {
    logIn(visitor);
    visitor.forget("access");
    try (ForeignSite site =
        new ForeignSite("<a href=\"%s\">There</a>".formatted(Signet.uri("/account?done=name")))) {
      visitor.open(site.uri());

      visitor.page().getByText("There").click();
      visitor.page().waitForURL("**/signet/account?done=name");
    }

    assertThat(visitor.heading()).isEqualTo("My account");
    assertThat(visitor.cookie("access")).isPresent();
  }

  private void logIn(Visitor visitor) {
    visitor.open("/login?continue=/signet/logout");
    visitor.logIn(kim);
    assertThat(visitor.heading()).isEqualTo("Log out");
  }

  private static int submitElsewhere(Visitor visitor, String path, String fields) {
    String form = "<form method=\"post\" action=\"%s\">%s<button>Win</button></form>";
    try (ForeignSite site = new ForeignSite(form.formatted(Signet.uri(path), fields))) {
      visitor.open(site.uri());
      return visitor.press("Win");
    }
  }
}
