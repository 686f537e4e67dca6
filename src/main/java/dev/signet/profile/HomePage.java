package dev.signet.profile;

import dev.signet.page.Pages;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The start: one's account, which asks who is not logged in to do so. */
@Path("/")
@ApplicationScoped
@PermitAll
@Produces(MediaType.TEXT_HTML)
public class HomePage {

  @Inject Pages pages;

  @GET
  public Response home() {
    return pages.goTo("/account");
  }
}
