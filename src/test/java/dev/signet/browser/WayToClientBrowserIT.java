package dev.signet.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import dev.signet.wire.OAuthClient;
import dev.signet.wire.Person;
import dev.signet.wire.Signet;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From the pages of Signet to a client, which is of another origin. */
@BrowserTest
class WayToClientBrowserIT {

  private final Person kim = Person.signedUp();
  private final ForeignSite client = new ForeignSite("There");

  @AfterEach
  void close() {
    client.close();
  }

  @Test
  void aLoginLeadsToTheClient(Visitor visitor) {
    visitor.open(OAuthClient.path(request()));

    Request arrival = logIn(visitor);

    assertThat(arrival.method()).isEqualTo("GET");
    assertThat(arrival.url()).contains("code=", "state=");
    visitor.page().getByText("There").waitFor();
  }

  @Test
  void aFormIsSentToTheClient(Visitor visitor) {
    Map<String, String> request = request();
    request.put("response_mode", "form_post");
    visitor.open(OAuthClient.path(request));

    Request arrival = logIn(visitor);

    assertThat(arrival.method()).isEqualTo("POST");
    assertThat(arrival.postData()).contains("code=", "state=the+state%2Fof+it", "iss=");
    assertThat(arrival.headers()).doesNotContainKey("referer");
    visitor.page().getByText("There").waitFor();
  }

  /** Chrome would hold our policy against what the client does with the form. */
  @Test
  void aFormLeadsToWhereverTheClientGoesOn(Visitor visitor) {
    try (ForeignSite callback = ForeignSite.leadingTo(client.uri())) {
      Map<String, String> request =
          OAuthClient.NATIVE.requestWith("redirect_uri", callback(callback));
      request.put("response_mode", "form_post");
      visitor.open(OAuthClient.path(request));

      logIn(visitor, callback(callback));

      visitor.page().getByText("There").waitFor();
    }
  }

  @Test
  void theEndOfALoginIsAskedAbout(Visitor visitor) {
    visitor.open("/login?continue=/signet/logout");
    visitor.logIn(kim);
    visitor.open("/oauth2/logout?client_id=web&ui_locales=ko");
    visitor.examine("end-session-korean");
    visitor.open("/oauth2/logout?client_id=web");
    visitor.examine("end-session");

    assertThat(visitor.press("Log out")).isEqualTo(200);

    assertThat(visitor.text()).contains("You are logged out.");
  }

  @Test
  void oneIsAskedWhatAClientMayDo(Visitor visitor) {
    visitor.open("/login?continue=/signet/logout");
    visitor.logIn(kim);
    Map<String, String> request = OAuthClient.WEB.requestWith("scope", "openid email account");
    request.put("ui_locales", "ko");
    visitor.open(OAuthClient.path(request));
    visitor.examine("consent-korean");
    request.remove("ui_locales");
    visitor.open(OAuthClient.path(request));

    assertThat(visitor.heading()).isEqualTo("Allow access?");
    assertThat(visitor.text()).contains("Webshop would like to:", "see your e-mail address");
    visitor.examine("consent");
  }

  private Map<String, String> request() {
    return OAuthClient.NATIVE.requestWith("redirect_uri", callback(client));
  }

  private static String callback(ForeignSite site) {
    return "http://127.0.0.1:" + site.uri().getPort() + "/callback";
  }

  private Request logIn(Visitor visitor) {
    return logIn(visitor, callback(client));
  }

  private Request logIn(Visitor visitor, String callback) {
    visitor.fill("Username or e-mail address", kim.username());
    visitor.fill("Password", Signet.PASSWORD);
    return visitor
        .page()
        .waitForRequest(
            request -> request.url().startsWith(callback),
            () -> visitor.named(AriaRole.BUTTON, "Log in").click());
  }
}
