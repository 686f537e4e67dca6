package dev.signet.page;

import dev.signet.brand.PageSettings;
import dev.signet.platform.Texts;
import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Has who asks for a page be answered in the language that he has chosen, errors and mails too, and
 * remembers the choice.
 */
@WebFilter(
    urlPatterns = "/*",
    dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ERROR})
public class LanguageFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;
  private static final String HEADER = "Accept-Language";
  private static final Duration YEAR = Duration.ofDays(365);

  @Inject transient PageSettings settings;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (Audience.isPrograms(Audience.path(request))) {
      chain.doFilter(request, response);
      return;
    }
    ReaderLanguage.chosen(request.getQueryString())
        .ifPresent(texts -> response.addHeader("Set-Cookie", cookie(settings, texts)));
    chain.doFilter(new Spoken(request, ReaderLanguage.of(request)), response);
  }

  /** For the pages alone; over TLS only where they are. */
  static String cookie(PageSettings settings, Texts texts) {
    return "%s=%s; Path=%s; Max-Age=%d; HttpOnly; SameSite=Lax%s"
        .formatted(
            ReaderLanguage.COOKIE,
            texts.language().getLanguage(),
            settings.root().isEmpty() ? "/" : settings.root(),
            YEAR.toSeconds(),
            settings.overTls() ? "; Secure" : "");
  }

  /** A request that accepts one language. */
  private static final class Spoken extends HttpServletRequestWrapper {

    private final String language;

    Spoken(HttpServletRequest request, Texts texts) {
      super(request);
      language = texts.language().getLanguage();
    }

    @Override
    public @Nullable String getHeader(String name) {
      return name.equalsIgnoreCase(HEADER) ? language : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
      return name.equalsIgnoreCase(HEADER)
          ? Collections.enumeration(List.of(language))
          : super.getHeaders(name);
    }

    @Override
    public Enumeration<String> getHeaderNames() {
      Set<String> names = new LinkedHashSet<>(Collections.list(super.getHeaderNames()));
      names.removeIf(HEADER::equalsIgnoreCase);
      names.add(HEADER);
      return Collections.enumeration(names);
    }
  }
}
