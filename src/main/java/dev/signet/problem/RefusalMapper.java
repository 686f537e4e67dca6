package dev.signet.problem;

import dev.signet.platform.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Answers what was refused. */
@Provider
@ApplicationScoped
public class RefusalMapper implements ExceptionMapper<Refusal> {

  @Inject Scheme scheme;
  @Context HttpHeaders request;

  @Override
  public Response toResponse(Refusal refusal) {
    ProblemWriter writer = new ProblemWriter(scheme, request::getHeaderString);
    if (refusal instanceof FieldErrors errors) {
      return writer.write(errors).build();
    }
    if (refusal instanceof ProblemException problem) {
      return writer.write(problem).build();
    }
    throw new IllegalArgumentException("No writer for " + refusal.getClass());
  }
}
