package dev.signet.page;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Makes a page, too, of what the server refuses a person before Jakarta REST sees it. */
@WebFilter(
    urlPatterns = "/error-page",
    dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ERROR})
public class ErrorPageFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;
  private static final Set<String> OF_JSON = Set.of("content-type", "www-authenticate");

  @Inject transient Pages pages;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!Audience.isPersons(Audience.path(request), request.getHeader("Accept"))) {
      chain.doFilter(request, response);
      return;
    }
    Unsent unsent = new Unsent(response);
    chain.doFilter(request, unsent);
    Optional<byte[]> page =
        pages.problem(response.getStatus(), Mistakes.ofJson(unsent.body.toString()));
    if (page.isEmpty()) {
      chain.doFilter(request, response);
      return;
    }
    pages.headers().forEach(response::setHeader);
    response.setContentType("text/html;charset=UTF-8");
    response.getOutputStream().write(page.get());
  }

  /** An answer without its body, and without what goes with that. */
  private static final class Unsent extends HttpServletResponseWrapper {

    private final StringWriter body = new StringWriter();

    Unsent(HttpServletResponse response) {
      super(response);
    }

    @Override
    public PrintWriter getWriter() {
      return new PrintWriter(body);
    }

    @Override
    public void setHeader(String name, String value) {
      if (!OF_JSON.contains(name.toLowerCase(Locale.ROOT))) {
        super.setHeader(name, value);
      }
    }

    @Override
    public void setCharacterEncoding(String encoding) {}
  }
}
