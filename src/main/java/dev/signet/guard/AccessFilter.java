package dev.signet.guard;

import dev.signet.problem.Problem;
import dev.signet.token.Caller;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.SecurityContext;

/** Lets through who has one of the roles: 401 for nobody, 403 for somebody else (RFC 6750 §3.1). */
final class AccessFilter implements ContainerRequestFilter {

  private final Access access;
  private final Caller caller;

  AccessFilter(Access access, Caller caller) {
    this.access = access;
    this.caller = caller;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    SecurityContext security = request.getSecurityContext();
    if (security.getUserPrincipal() == null) {
      throw caller.refusal().orElseGet(Problem.NOT_AUTHENTICATED::refusal);
    }
    if (access.roles().stream().noneMatch(security::isUserInRole)) {
      throw Problem.PERMISSION_DENIED.refusal();
    }
  }
}
