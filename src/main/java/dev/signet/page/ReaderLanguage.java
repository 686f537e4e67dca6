package dev.signet.page;

import dev.signet.platform.Texts;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * In which language a reader wants pages: what a link says that he has followed, then what his
 * browser remembers of such a link, then what it likes best.
 */
final class ReaderLanguage {

  static final String COOKIE = "signet-language";

  private static final String CHOICE = "lang=";

  private ReaderLanguage() {}

  static Texts of(HttpServletRequest request) {
    return chosen(request.getQueryString())
        .or(() -> remembered(request.getCookies()))
        .orElseGet(() -> Texts.preferred(request.getHeader("Accept-Language")));
  }

  /** What a link says. */
  static Optional<Texts> chosen(@Nullable String query) {
    return parameters(query, parameter -> parameter.startsWith(CHOICE))
        .findFirst()
        .flatMap(parameter -> Texts.in(parameter.substring(CHOICE.length())));
  }

  private static Optional<Texts> remembered(Cookie @Nullable [] cookies) {
    return cookies == null
        ? Optional.empty()
        : Arrays.stream(cookies)
            .filter(cookie -> cookie.getName().equals(COOKIE))
            .findFirst()
            .flatMap(cookie -> Texts.in(cookie.getValue()));
  }

  /**
   * The links of the switch: to the same page with the same parameters in each of the languages.
   */
  static List<Map<String, Object>> links(@Nullable String query, Texts current) {
    String rest =
        parameters(query, parameter -> !parameter.startsWith(CHOICE))
            .map(parameter -> parameter + "&")
            .collect(Collectors.joining());
    return Texts.all().stream().map(texts -> link(texts, "?" + rest + CHOICE, current)).toList();
  }

  private static Map<String, Object> link(Texts texts, String address, Texts current) {
    String language = texts.language().getLanguage();
    return Map.of(
        "tag",
        language,
        "name",
        texts.text("language_name"),
        "address",
        address + language,
        "current",
        texts.language().equals(current.language()));
  }

  private static Stream<String> parameters(@Nullable String query, Predicate<String> wanted) {
    return query == null
        ? Stream.empty()
        : Arrays.stream(query.split("&")).filter(one -> !one.isEmpty()).filter(wanted);
  }
}
