package com.example.reports;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** What users may read, and what administrators may. */
@Path("/reports")
@Produces(MediaType.TEXT_PLAIN)
@RequestScoped
public class ReportsResource {

  @Inject JsonWebToken token;

  @GET
  @RolesAllowed("user")
  public String ours() {
    return "Reports for " + token.getName();
  }

  @GET
  @Path("/salaries")
  @RolesAllowed("admin")
  public String salaries() {
    return "Salaries for " + token.getName();
  }
}
