package dev.signet.guard;

import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContextWrapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

/**
 * What the container's mechanism gets to work with: it may let a request in, but not answer one it
 * will not let in.
 */
final class DelegatedContext extends HttpMessageContextWrapper {

  private final BearerRequest request;

  DelegatedContext(HttpMessageContext context, BearerRequest request) {
    super(context);
    this.request = request;
  }

  @Override
  public HttpServletRequest getRequest() {
    return request;
  }

  @Override
  public HttpServletResponse getResponse() {
    return new Unanswered(super.getResponse());
  }

  @Override
  public AuthenticationStatus responseUnauthorized() {
    return AuthenticationStatus.SEND_FAILURE;
  }

  private static final class Unanswered extends HttpServletResponseWrapper {

    Unanswered(HttpServletResponse response) {
      super(response);
    }

    @Override
    public void setStatus(int status) {}

    @Override
    public void sendError(int status) {}

    @Override
    public void sendError(int status, String message) {}

    @Override
    public void setHeader(String name, String value) {}

    @Override
    public void addHeader(String name, String value) {}
  }
}
