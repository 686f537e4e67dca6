package dev.signet.problem;

import dev.signet.platform.Refusal;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Answers what was refused. */
@Provider
public class RefusalMapper implements ExceptionMapper<Refusal> {

  @Context HttpHeaders request;

  @Override
  public Response toResponse(Refusal refusal) {
    ProblemWriter writer = new ProblemWriter(request::getHeaderString);
    if (refusal instanceof FieldErrors errors) {
      return writer.write(errors).build();
    }
    if (refusal instanceof ProblemException problem) {
      return writer.write(problem).build();
    }
    throw new IllegalArgumentException("No writer for " + refusal.getClass());
  }
}
