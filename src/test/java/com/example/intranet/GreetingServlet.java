package com.example.intranet;

import jakarta.annotation.security.DeclareRoles;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.openid.OpenIdContext;
import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** For users: who they are, and in which groups. */
@DeclareRoles({"user", "admin"})
@WebServlet("/greeting")
@ServletSecurity(@HttpConstraint(rolesAllowed = "user"))
public class GreetingServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject transient OpenIdContext context;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("text/html;charset=UTF-8");
    response
        .getWriter()
        .printf(
            "<!DOCTYPE html><title>Intranet</title><h1>Hello, %s</h1>"
                + "<p>Groups: %s</p><p>Administrator: %s</p><a href=\"logout\">Leave</a>",
            request.getRemoteUser(),
            context.getAccessToken().getJwtClaims().getArrayStringClaim("groups"),
            request.isUserInRole("admin"));
  }
}
