package dev.signet.guard;

import dev.signet.address.Proxies;
import dev.signet.problem.Problem;
import dev.signet.problem.ProblemException;
import dev.signet.problem.UnexpectedErrorMapper;
import dev.signet.token.Caller;
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
import java.util.List;
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

  /** Where nobody is looked for: what everybody may keep, and what reads its tokens by itself. */
  private static final List<String> APART = List.of("/assets", "/oauth2/userinfo");

  @Inject ContainerMechanism container;
  @Inject ShownTokens shown;
  @Inject Caller caller;
  @Inject Proxies proxies;

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
      throws AuthenticationException {
    try {
      Optional<ShownTokens.Shown> token = token(request);
      if (token.isPresent()) {
        return authenticated(token.get(), request, context);
      }
    } catch (ProblemException refusal) {
      LOG.log(
          System.Logger.Level.INFO,
          "{0} refused: {1}, from {2}",
          caller.cameByCookie() ? "Access cookie" : "Bearer token",
          refusal.getMessage(),
          proxies.client(request));
      caller.refuse(refusal);
    }
    return context.doNothing();
  }

  /** The header wins over the cookie. */
  private Optional<ShownTokens.Shown> token(HttpServletRequest request) {
    if (isApart(request)) {
      return Optional.empty();
    }
    Optional<ShownTokens.Shown> inHeader = shown.inHeader(request);
    if (inHeader.isPresent() || !shown.isInCookie()) {
      return inHeader;
    }
    caller.isByCookie();
    return Optional.of(inCookie());
  }

  private static boolean isApart(HttpServletRequest request) {
    String path = request.getRequestURI() + "/";
    return APART.stream().anyMatch(one -> path.startsWith(request.getContextPath() + one + "/"));
  }

  /** A browser's may have to be renewed, for which the database is asked. */
  private ShownTokens.Shown inCookie() {
    try {
      return shown.inCookie();
    } catch (ProblemException refusal) {
      throw refusal;
    } catch (RuntimeException failure) {
      throw UnexpectedErrorMapper.logged(failure);
    }
  }

  private AuthenticationStatus authenticated(
      ShownTokens.Shown token, HttpServletRequest request, HttpMessageContext context)
      throws AuthenticationException {
    DelegatedContext delegated =
        new DelegatedContext(context, new BearerRequest(request, token.text()));
    AuthenticationStatus status =
        container
            .withLatestKeys()
            .validateRequest(delegated.getRequest(), delegated.getResponse(), delegated);
    if (status != AuthenticationStatus.SUCCESS) {
      LOG.log(
          System.Logger.Level.WARNING, "The container refuses a token that is good: {0}", status);
      throw Problem.TOKEN_INVALID_OR_EXPIRED.refusal();
    }
    caller.let(token.token());
    return status;
  }
}
