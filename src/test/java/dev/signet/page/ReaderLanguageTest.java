package dev.signet.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.brand.PageSettings;
import dev.signet.platform.TestSettings;
import dev.signet.platform.Texts;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class ReaderLanguageTest {

  @ParameterizedTest
  @CsvSource({
    "lang=ko, en, en, ko",
    "lang=en, ko, ko, en",
    "a=b&lang=ko&c=d, , , ko",
    "lang=ko&lang=en, , , ko",
    ", ko, en, ko",
    ", , ko, ko",
    ", , , en",
    "lang=xx, ko, en, ko",
    "lang=, xx, ko, ko",
    "language=ko, , , en",
    "ui_locales=ko-KR, en, en, ko",
    "ui_locales=fr-CA%20KO+en, en, , ko",
    "ui_locales=fr+ko-, , , ko",
    "ui_locales=fr, ko, en, ko",
    "ui_locales=, ko, , ko",
    "ui_locales=%zz, ko, , ko",
    "ui_locales=ko&lang=en, , ko, en",
  })
  void isTheLinksThenTheCookiesThenTheBrowsers(
      String query, String cookie, String header, String language) {
    assertThat(ReaderLanguage.of(request(query, cookie, header)).language().getLanguage())
        .isEqualTo(language);
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(strings = {"&", "lang=ko", "lang=x&lang=y"})
  void isSwitchedByALinkToTheSamePage(String query) {
    assertThat(ReaderLanguage.links(query, Texts.inEnglish()))
        .extracting(link -> link.get("address"))
        .containsExactly("?lang=en", "?lang=ko");
  }

  @Test
  void isNoMoreTheClientsWishOnceOneHasChosen() {
    assertThat(ReaderLanguage.links("a=b&ui_locales=ko+en", Texts.inEnglish()))
        .extracting(link -> link.get("address"))
        .containsExactly("?a=b&lang=en", "?a=b&lang=ko");
  }

  @Test
  void keepsTheOtherParameters() {
    assertThat(ReaderLanguage.links("token=a%26b&lang=ko&continue=/x", Texts.inEnglish()))
        .extracting(link -> link.get("address"))
        .containsExactly("?token=a%26b&continue=/x&lang=en", "?token=a%26b&continue=/x&lang=ko");
  }

  @ParameterizedTest
  @CsvSource({
    "http://localhost:8080/signet, Path=/signet; Max-Age=31536000; HttpOnly; SameSite=Lax",
    "https://id.example.org, Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax; Secure"
  })
  void isRememberedForAYear(String issuer, String attributes) {
    PageSettings settings = PageSettings.from(TestSettings.with("signet.issuer", issuer));

    assertThat(LanguageFilter.cookie(settings, Texts.preferred("ko")))
        .isEqualTo("signet-language=ko; " + attributes);
  }

  private static HttpServletRequest request(String query, String cookie, String header) {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            ReaderLanguageTest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (self, method, arguments) ->
                switch (method.getName()) {
                  case "getQueryString" -> query;
                  case "getHeader" -> header;
                  case "getCookies" ->
                      cookie == null
                          ? null
                          : new Cookie[] {
                            new Cookie("other", "en"), new Cookie("signet-language", cookie)
                          };
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }
}
