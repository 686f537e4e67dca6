package dev.signet.page;

import io.pebbletemplates.pebble.error.PebbleException;
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

  private static final System.Logger LOG = System.getLogger(PageErrors.class.getName());

  @Inject Pages pages;

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getStatus() >= 400
        && response.getEntity() instanceof String json
        && Audience.isPersons(
            request.getUriInfo().getPath(), request.getHeaderString(HttpHeaders.ACCEPT))) {
      try {
        show(pages.problem(response.getStatus(), Mistakes.ofJson(json)), response);
      } catch (PebbleException broken) {
        // An operator's view, and what it was to say is better said as it stands than not at all.
        LOG.log(System.Logger.Level.ERROR, "No page of an error: {0}", broken.getMessage());
      }
    }
  }

  private void show(byte[] page, ContainerResponseContext response) {
    pages.headers().forEach((name, value) -> response.getHeaders().putSingle(name, value));
    response.getHeaders().remove(HttpHeaders.WWW_AUTHENTICATE);
    response.setEntity(page, null, MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"));
  }
}
