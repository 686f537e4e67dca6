package dev.signet.input;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** The {@link Origin} of the request at hand. */
@RequestScoped
public class RequestOrigin {

  @Inject HttpServletRequest request;

  /** Where it came from. */
  public Origin origin() {
    return new Origin(
        request.getRemoteAddr(), Optional.ofNullable(request.getHeader("User-Agent")).orElse(""));
  }
}
