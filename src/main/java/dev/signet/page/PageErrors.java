package dev.signet.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes a page of an error that no page has foreseen: a person reads it, whatever the API would
 * have said to a program.
 */
@Provider
@ApplicationScoped
public class PageErrors implements ContainerResponseFilter {

  private static final Set<String> PAGES =
      Set.of("verify-email", "forgot-password", "reset-password");

  @Inject Pages pages;

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    String first = request.getUriInfo().getPath().replaceFirst("^/", "").replaceFirst("/.*", "");
    if (PAGES.contains(first)
        && response.getStatus() >= 400
        && response.getEntity() instanceof String json) {
      byte[] page =
          pages.render("problem", Map.of("title", "page_problem_title"), List.of(detail(json)));
      pages.headers().forEach((name, value) -> response.getHeaders().putSingle(name, value));
      response.getHeaders().remove(HttpHeaders.WWW_AUTHENTICATE);
      response.setEntity(page, null, MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"));
    }
  }

  private static String detail(String json) {
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      JsonObject problem = reader.readObject();
      return problem.getString("detail", "");
    }
  }
}
