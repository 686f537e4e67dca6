package dev.signet.page;

import dev.signet.platform.Texts;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * In which language a reader wants pages: what a link says that he has followed, then what the
 * client wishes that has sent him, then what his browser remembers of such a link, then what it
 * likes best.
 */
final class ReaderLanguage {

  static final String COOKIE = "signet-language";

  private static final String CHOICE = "lang=";

  /** OpenID Connect Core 1.0 §3.1.2.1. */
  private static final String WISH = "ui_locales=";

  private ReaderLanguage() {}

  static Texts of(HttpServletRequest request) {
    String query = request.getQueryString();
    return chosen(query)
        .or(() -> ofClient(wished(query)))
        .or(() -> remembered(request.getCookies()))
        .orElseGet(() -> Texts.preferred(request.getHeader("Accept-Language")));
  }

  /** What a link says. */
  static Optional<Texts> chosen(@Nullable String query) {
    return parameters(query, parameter -> parameter.startsWith(CHOICE))
        .findFirst()
        .flatMap(parameter -> Texts.in(parameter.substring(CHOICE.length())));
  }

  /** What a client wishes, as the parameter that it is; empty where it wishes nothing. */
  static String wished(@Nullable String query) {
    return parameters(query, parameter -> parameter.startsWith(WISH)).findFirst().orElse("");
  }

  /** The first language that there are texts in, of tags (BCP 47) with spaces between them. */
  private static Optional<Texts> ofClient(String wish) {
    try {
      String tags =
          URLDecoder.decode(wish.replaceFirst("^" + WISH, ""), StandardCharsets.UTF_8)
              .toLowerCase(Locale.ROOT);
      return Arrays.stream(tags.split(" "))
          .flatMap(tag -> Texts.in(tag.replaceFirst("-.*", "")).stream())
          .findFirst();
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
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
   * Who chooses one himself need not read what the client wishes.
   */
  static List<Map<String, Object>> links(@Nullable String query, Texts current) {
    String rest =
        parameters(query, one -> !one.startsWith(CHOICE) && !one.startsWith(WISH))
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
