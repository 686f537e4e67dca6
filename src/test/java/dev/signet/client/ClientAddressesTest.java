package dev.signet.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9700 §2.1: by the very same text (R-1); RFC 8252 §7.3: but for the port of a program. */
class ClientAddressesTest {

  private static final String REGISTERED = "https://shop.example/callback?tenant=1";

  private final ClientAddresses web = of(false, REGISTERED, "https://shop.example/other");

  @Test
  void takeWhatIsRegistered() {
    assertThat(web.mayRedirectTo(REGISTERED)).isTrue();
    assertThat(web.mayRedirectTo("https://shop.example/other")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "https://shop.example/callback",
        "https://shop.example/callback?tenant=1/",
        "https://shop.example/callback/?tenant=1",
        "https://shop.example/Callback?tenant=1",
        "https://SHOP.example/callback?tenant=1",
        "HTTPS://shop.example/callback?tenant=1",
        "https://shop.example/callback?tenant=1&more=2",
        "https://shop.example/callback?tenant=1#",
        "https://shop.example/callback?tenant=1#here",
        "https://shop.example/call%62ack?tenant=1",
        "https://shop.example%2Fcallback?tenant=1",
        "https://shop.example/callback%2F..?tenant=1",
        "https://shop.example/./callback?tenant=1",
        "https://shop.example/x/../callback?tenant=1",
        "https://shop.example/callback/sub?tenant=1",
        "https://shop.example:443/callback?tenant=1",
        "https://shop.example:8443/callback?tenant=1",
        "https://shop.example@evil.example/callback?tenant=1",
        "https://user@shop.example/callback?tenant=1",
        "https://evil.example/callback?tenant=1",
        "https://shop.example.evil.example/callback?tenant=1",
        "http://shop.example/callback?tenant=1",
        "//shop.example/callback?tenant=1",
        "/callback?tenant=1",
        " https://shop.example/callback?tenant=1",
        "https://shop.example/callback?tenant=1\n",
        "javascript:alert(1)",
      })
  void takeNothingThatIsOnlyLikeIt(String uri) {
    assertThat(web.mayRedirectTo(uri)).isFalse();
    assertThat(of(true, REGISTERED).mayRedirectTo(uri)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1/callback",
        "http://127.0.0.1:1/callback",
        "http://127.0.0.1:51004/callback",
        "http://127.0.0.1:65535/callback",
      })
  void letAProgramListenOnWhateverPortIsFree(String uri) {
    assertThat(of(true, "http://127.0.0.1/callback").mayRedirectTo(uri)).isTrue();
    assertThat(of(true, "http://127.0.0.1:3000/callback").mayRedirectTo(uri)).isTrue();
  }

  @Test
  void letItDoSoByTheNewerAddressToo() {
    ClientAddresses program = of(true, "http://[::1]:3000/callback");
    assertThat(program.mayRedirectTo("http://[::1]:51004/callback")).isTrue();
    assertThat(program.mayRedirectTo("http://127.0.0.1:51004/callback")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:51004/",
        "http://127.0.0.1:51004/callback/",
        "http://127.0.0.1:51004/Callback",
        "http://127.0.0.1:51004/callback?more=1",
        "http://127.0.0.1:51004/callback#here",
        "http://127.0.0.1:/callback",
        "http://127.0.0.1:123456/callback",
        "http://127.0.0.1:port/callback",
        "http://127.0.0.1:80@evil.example/callback",
        "http://user@127.0.0.1:51004/callback",
        "http://127.0.0.1.evil.example:51004/callback",
        "http://127.0.0.2:51004/callback",
        "http://localhost:51004/callback",
        "https://127.0.0.1:51004/callback",
      })
  void letItGoNowhereElse(String uri) {
    assertThat(of(true, "http://127.0.0.1/callback").mayRedirectTo(uri)).isFalse();
  }

  @Test
  void letNobodyElseListenOnAnotherPort() {
    ClientAddresses server = of(false, "http://127.0.0.1:3000/callback");
    assertThat(server.mayRedirectTo("http://127.0.0.1:3000/callback")).isTrue();
    assertThat(server.mayRedirectTo("http://127.0.0.1:3001/callback")).isFalse();
  }

  /** RFC 8252 §8.3: a name may be made to lead elsewhere. */
  @Test
  void letNoNameHaveAnotherPort() {
    assertThat(
            of(true, "http://localhost:3000/callback")
                .mayRedirectTo("http://localhost:3001/callback"))
        .isFalse();
  }

  @Test
  void takeAfterALogoutWhatIsRegisteredForThatOnly() {
    ClientAddresses addresses =
        new ClientAddresses(
            Set.of(REGISTERED), Set.of("http://127.0.0.1/bye"), Optional.empty(), true);
    assertThat(addresses.mayGoToAfterLogout("http://127.0.0.1/bye")).isTrue();
    assertThat(addresses.mayGoToAfterLogout("http://127.0.0.1:3000/bye")).isFalse();
    assertThat(addresses.mayGoToAfterLogout(REGISTERED)).isFalse();
    assertThat(addresses.mayRedirectTo("http://127.0.0.1/bye")).isFalse();
  }

  private static ClientAddresses of(boolean program, String... redirects) {
    return new ClientAddresses(Set.of(redirects), Set.of(), Optional.empty(), program);
  }
}
