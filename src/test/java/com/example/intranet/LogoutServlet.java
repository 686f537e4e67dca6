package com.example.intranet;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.openid.OpenIdContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;

/**
 * Leaves here, and sends the browser to leave at Signet. (The mechanism's own way, {@code
 * request.logout()} with a {@code LogoutDefinition}, leads nowhere on WildFly 39: Soteria 3.0.3
 * writes a builder where RESTEasy wants it built.)
 */
@WebServlet("/logout")
public class LogoutServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject transient OpenIdContext context;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String provider = context.getProviderMetadata().getString("end_session_endpoint");
    String hint = context.getIdentityToken().getToken();
    String goodbye = request.getRequestURL().toString().replaceFirst("/logout$", "/goodbye");
    request.getSession().invalidate();
    response.sendRedirect(
        "%s?id_token_hint=%s&post_logout_redirect_uri=%s"
            .formatted(provider, encoded(hint), encoded(goodbye)));
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, UTF_8);
  }
}
