package dev.signet.origin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/** Tells the browser what to show of its logins from now on. */
@Provider
@ApplicationScoped
public class DeviceCookieFilter implements ContainerResponseFilter {

  @Inject RequestOrigin origin;
  @Inject DeviceCookie cookie;

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getStatus() < 400) {
      origin
          .remembered()
          .ifPresent(
              device -> response.getHeaders().add(HttpHeaders.SET_COOKIE, cookie.set(device)));
    }
  }
}
