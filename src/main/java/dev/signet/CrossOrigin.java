package dev.signet;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Lets the scripts of any site call what clients call that are programs in a browser (<a
 * href="https://fetch.spec.whatwg.org/#http-cors-protocol">CORS</a>), and nothing else: never with
 * cookies, and not where people log in (RFC 9700 §2.6).
 */
@WebFilter(
    urlPatterns = {
      "/oauth2/token",
      "/oauth2/token/",
      "/oauth2/userinfo",
      "/oauth2/userinfo/",
      "/oauth2/revoke",
      "/oauth2/revoke/",
      "/oauth2/jwks",
      "/oauth2/jwks/",
      "/.well-known/*"
    })
public class CrossOrigin extends HttpFilter {

  private static final long serialVersionUID = 1L;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    response.setHeader("Access-Control-Allow-Origin", "*");
    if (isPreflight(request)) {
      response.setHeader("Access-Control-Allow-Methods", "GET, POST");
      response.setHeader(
          "Access-Control-Allow-Headers", "Authorization, Content-Type, X-Signet-Background");
      response.setHeader("Access-Control-Max-Age", "600");
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    } else {
      response.setHeader("Access-Control-Expose-Headers", "WWW-Authenticate");
      chain.doFilter(request, response);
    }
  }

  private static boolean isPreflight(HttpServletRequest request) {
    return request.getMethod().equals("OPTIONS")
        && request.getHeader("Access-Control-Request-Method") != null;
  }
}
