package dev.signet.cookie;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.Collection;

/**
 * Tells the browser which tokens to keep. A refusal takes none away: what it was about may have
 * been replaced by another answer meanwhile. Nobody on the way keeps an answer with tokens, be it
 * of a file that is for all: the server may renew a browser's tokens at any URL.
 */
@Provider
@ApplicationScoped
public class CookieFilter implements ContainerResponseFilter {

  @Inject TokenCookies cookies;

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    Collection<String> answers = cookies.answers();
    answers.forEach(cookie -> response.getHeaders().add(HttpHeaders.SET_COOKIE, cookie));
    if (!answers.isEmpty()) {
      response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
    }
  }
}
