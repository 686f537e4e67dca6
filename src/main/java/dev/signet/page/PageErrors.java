package dev.signet.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;

/**
 * Makes a page of an error that no page has foreseen: a person reads it, whatever the API would
 * have said to a program.
 */
@Provider
@ApplicationScoped
public class PageErrors implements ContainerResponseFilter {

  @Inject Pages pages;

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getStatus() >= 400
        && response.getEntity() instanceof String json
        && Audience.isPersons(
            request.getUriInfo().getPath(), request.getHeaderString(HttpHeaders.ACCEPT))) {
      pages
          .problem(response.getStatus(), Mistakes.ofJson(json))
          .ifPresent(page -> show(page, response));
    }
  }

  private void show(byte[] page, ContainerResponseContext response) {
    pages.headers().forEach((name, value) -> response.getHeaders().putSingle(name, value));
    response.getHeaders().remove(HttpHeaders.WWW_AUTHENTICATE);
    response.setEntity(page, null, MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"));
  }
}
