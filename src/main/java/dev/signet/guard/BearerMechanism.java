package dev.signet.guard;

import dev.signet.address.Proxies;
import dev.signet.problem.Problem;
import dev.signet.problem.ProblemException;
import dev.signet.token.AccessToken;
import dev.signet.token.Caller;
import dev.signet.token.Tokens;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/**
 * Lets the container's own MicroProfile JWT mechanism decide who a request is from, and adds what
 * it lacks: one verdict on every server, the reason of a refusal, revocation, and silence on paths
 * that need no token. What is refused goes on as nobody's request; {@link AccessFilter} answers it
 * where somebody is needed.
 */
@Alternative
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
@ApplicationScoped
public class BearerMechanism implements HttpAuthenticationMechanism {

  private static final System.Logger LOG = System.getLogger(BearerMechanism.class.getName());

  @Inject ContainerMechanism container;
  @Inject Tokens tokens;
  @Inject Caller caller;
  @Inject BearerHeader header;
  @Inject Proxies proxies;

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
      throws AuthenticationException {
    try {
      Optional<String> bearer = header.token(request);
      if (bearer.isPresent()) {
        return authenticated(bearer.get(), request, context);
      }
    } catch (ProblemException refusal) {
      LOG.log(
          System.Logger.Level.INFO,
          "Bearer token refused: {0}, from {1}",
          refusal.getMessage(),
          proxies.client(request));
      caller.refuse(refusal);
    }
    return context.doNothing();
  }

  private AuthenticationStatus authenticated(
      String bearer, HttpServletRequest request, HttpMessageContext context)
      throws AuthenticationException {
    AccessToken token = tokens.authenticate(bearer);
    DelegatedContext delegated = new DelegatedContext(context, new BearerRequest(request, bearer));
    AuthenticationStatus status =
        container
            .withLatestKeys()
            .validateRequest(delegated.getRequest(), delegated.getResponse(), delegated);
    if (status != AuthenticationStatus.SUCCESS) {
      LOG.log(
          System.Logger.Level.WARNING, "The container refuses a token that is good: {0}", status);
      throw Problem.TOKEN_INVALID_OR_EXPIRED.refusal();
    }
    caller.let(token);
    return status;
  }
}
