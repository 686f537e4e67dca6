package dev.signet.guard;

import dev.signet.cookie.Forgeries;
import dev.signet.input.FormBody;
import dev.signet.problem.Problem;
import dev.signet.token.Caller;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Set;

/**
 * Lets through who has one of the roles: 401 for nobody, 403 for somebody else (RFC 6750 §3.1), and
 * for a browser that cannot show that a page of ours has it ask.
 */
final class AccessFilter implements ContainerRequestFilter {

  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  private final Access access;
  private final Caller caller;
  private final Forgeries forgeries;

  AccessFilter(Access access, Caller caller, Forgeries forgeries) {
    this.access = access;
    this.caller = caller;
    this.forgeries = forgeries;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    SecurityContext security = request.getSecurityContext();
    if (security.getUserPrincipal() == null) {
      throw caller.refusal().orElseGet(Problem.NOT_AUTHENTICATED::refusal);
    }
    if (caller.cameByCookie() && !SAFE.contains(request.getMethod())) {
      forgeries.refuseUnproven(
          caller.required().sessionId(), FormBody.field(request, Forgeries.FIELD));
    }
    if (!access.lets(security::isUserInRole)) {
      throw Problem.PERMISSION_DENIED.refusal();
    }
  }
}
