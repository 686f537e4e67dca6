package dev.signet.page;

import dev.signet.cookie.TokenCookies;
import dev.signet.origin.RequestActor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;

/**
 * Makes a page of an error that no page has foreseen: a person reads it, whatever the API would
 * have said to a program.
 */
@Provider
@ApplicationScoped
public class PageErrors implements ContainerResponseFilter {

  @Inject Pages pages;
  @Inject RequestActor actor;
  @Inject TokenCookies cookies;

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getStatus() < 400
        || !(response.getEntity() instanceof String json)
        || !Audience.isPersons(
            request.getUriInfo().getPath(), request.getHeaderString(HttpHeaders.ACCEPT))) {
      return;
    }
    if (response.getStatus() == 401 && actor.sessionId().isEmpty()) {
      askToLogIn(request, response);
    } else {
      show(json, response);
    }
  }

  /**
   * Who has logged in before, as a cookie says that outlives the access token, may need a new one
   * only. What a form has sent is lost then, and the page it stood on is shown.
   */
  private void askToLogIn(ContainerRequestContext request, ContainerResponseContext response) {
    URI asked = request.getUriInfo().getRequestUri();
    String query = asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery();
    String here =
        request.getMethod().equals("GET")
            ? asked.getRawPath() + query
            : pages.address("/" + request.getUriInfo().getPathSegments().get(0).getPath());
    String way = cookies.areShown() ? "/api/auth/renew" : "/login";
    Continue goal = pages.goal(here);
    response.setStatus(Response.Status.SEE_OTHER.getStatusCode());
    response.setEntity(null);
    response.getHeaders().remove(HttpHeaders.WWW_AUTHENTICATE);
    response
        .getHeaders()
        .putSingle(HttpHeaders.LOCATION, pages.address(way + "?continue=" + goal.encoded()));
  }

  private void show(String json, ContainerResponseContext response) {
    pages
        .problem(response.getStatus(), Mistakes.ofJson(json))
        .ifPresent(page -> show(page, response));
  }

  private void show(byte[] page, ContainerResponseContext response) {
    pages.headers().forEach((name, value) -> response.getHeaders().putSingle(name, value));
    response.getHeaders().remove(HttpHeaders.WWW_AUTHENTICATE);
    response.setEntity(page, null, MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"));
  }
}
