package dev.signet.client;

import static dev.signet.client.TestDeclarations.declared;
import static dev.signet.client.TestDeclarations.refuse;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a client may have browsers sent back to (R-3). */
class DeclaredAddressesTest {

  private static final String SECRET = TestClients.SECRET;
  private static final String DIGEST = "0a".repeat(32);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://shop.example",
        "https://shop.example:8443/callback?tenant=1",
        "http://localhost:3000/callback",
        "http://127.0.0.1/callback",
        "http://[::1]:3000/callback",
        "com.example.shop:/callback",
        "com.example.shop-2:callback",
      })
  void isSentBackOverTlsOrOnTheMachineItselfOrToAnApplication(String uri) {
    assertThat(declared("redirect-uris", uri).addresses().mayRedirectTo(uri)).isTrue();
    assertThat(declared("post-logout-redirect-uris", uri).addresses().mayGoToAfterLogout(uri))
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://shop.example/callback",
        "http://127.0.0.1.shop.example/callback",
        "http://127.0.0.2/callback",
        "http://localhost.shop.example/",
        "https://shop.example/callback#",
        "https://shop.example/callback#here",
        "https://user@shop.example/callback",
        "https://@shop.example/callback",
        "http://user:secret@localhost/callback",
        "https://*.shop.example/callback",
        "https:///callback",
        "https:callback",
        "HTTPS://shop.example/callback",
        "https://shop.example/cállback",
        "https://shóp.example/callback",
        "/callback",
        "//shop.example/callback",
        "callback",
        "javascript:alert(1)",
        "data:text/html",
        "file:///etc/passwd",
        "shop:/callback",
        "Com.Example:/callback",
        "https://shop.example/a b",
        "https://shop.example/a\\b",
        "https://shop.example/%zz",
        "com.example.shop:/callback#here",
      })
  void isNeverSentBackAnywhereElse(String uri) {
    refuse("redirect-uris", uri);
    refuse("post-logout-redirect-uris", uri);
    refuse("backchannel-logout-uri", uri);
  }

  @Test
  void isToldOfLogoutsByNoApplicationsScheme() {
    refuse("backchannel-logout-uri", "com.example.shop:/logout");
    assertThat(
            declared("backchannel-logout-uri", "http://localhost:3000/logout")
                .addresses()
                .backchannelLogout())
        .isPresent();
  }

  /** RFC 8252 §7.3 is for programs; who keeps a secret is a server, whose port is known. */
  @Test
  void mayListenOnAnyPortOfTheMachineWhereItKeepsNoSecret() {
    String registered = "http://127.0.0.1/callback";
    String shown = "http://127.0.0.1:51004/callback";
    assertThat(declared("redirect-uris", registered).addresses().mayRedirectTo(shown)).isTrue();
    for (Map<String, String> proof :
        List.of(
            Map.of("secret", SECRET),
            Map.of("secret-hash", "sha256:" + DIGEST),
            Map.of("jwks", TestClients.JWKS))) {
      Map<String, String> fields = new HashMap<>(proof);
      fields.put("redirect-uris", registered);
      assertThat(declared(fields).addresses().mayRedirectTo(shown)).as(proof.toString()).isFalse();
    }
  }
}
