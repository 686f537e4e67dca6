package dev.signet;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.util.Objects;

/**
 * Sends browsers on by a path (RFC 9110 §10.2.2). Servers complete one with the scheme and the host
 * that they see: behind a proxy that ends TLS that is http, where a browser does not follow from a
 * form (CSP's form-action), and the host is whatever the client says it is.
 */
@Provider
public class OwnAddress implements ContainerResponseFilter {

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    URI location = response.getLocation();
    if (response.getStatus() != Response.Status.SEE_OTHER.getStatusCode() || location == null) {
      return;
    }
    String authority = request.getUriInfo().getBaseUri().getRawAuthority();
    if (Objects.equals(location.getRawAuthority(), authority)) {
      response.getHeaders().putSingle(HttpHeaders.LOCATION, path(location));
    }
  }

  private static String path(URI location) {
    String query = location.getRawQuery() == null ? "" : "?" + location.getRawQuery();
    String fragment = location.getRawFragment() == null ? "" : "#" + location.getRawFragment();
    return location.getRawPath() + query + fragment;
  }
}
