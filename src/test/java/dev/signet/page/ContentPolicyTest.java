package dev.signet.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentPolicyTest {

  @ParameterizedTest
  @CsvSource({
    "https://shop.example.org/callback?a=b, https://shop.example.org",
    "https://shop.example.org:8443/, https://shop.example.org:8443",
    "http://127.0.0.1:52123/cb, http://127.0.0.1:52123",
    "https://x;y.example/, https:",
    "http://[::1]:52123/cb, http:",
    "com.example.app:/cb, com.example.app:",
    "com.example.app://cb, com.example.app://cb"
  })
  void letsTheFormLeadToTheOriginOfTheClientAlone(URI client, String source) {
    assertThat(ContentPolicy.withFormsTo(client))
        .isEqualTo(ContentPolicy.OF_PAGES.replace("'self'; base-uri", source + "; base-uri"));
  }
}
