package dev.signet.cookie;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/**
 * Tells the browser which tokens to keep. A refusal takes none away: what it was about may have
 * been replaced by another answer meanwhile.
 */
@Provider
@ApplicationScoped
public class CookieFilter implements ContainerResponseFilter {

  @Inject TokenCookies cookies;

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    cookies.answers().forEach(cookie -> response.getHeaders().add(HttpHeaders.SET_COOKIE, cookie));
  }
}
