package dev.signet.problem;

import dev.signet.platform.DatabaseAway;
import dev.signet.platform.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;

/**
 * Answers what nobody foresaw: the client gets a number, the log gets the number and the cause. But
 * that the database is away, for now, was foreseen.
 */
@Provider
@ApplicationScoped
public class UnexpectedErrorMapper implements ExceptionMapper<Throwable> {

  private static final System.Logger LOG = System.getLogger(UnexpectedErrorMapper.class.getName());

  @Inject Scheme scheme;
  @Context HttpHeaders headers;

  @Override
  public Response toResponse(Throwable error) {
    return answer(error, scheme, headers);
  }

  static Response answer(Throwable error, Scheme scheme, HttpHeaders headers) {
    return new ProblemWriter(scheme, headers::getHeaderString).write(logged(error)).build();
  }

  /** Says so in the log, and what there is to answer. */
  public static ProblemException logged(Throwable error) {
    Optional<String> away = DatabaseAway.sign(error);
    if (away.isPresent()) {
      LOG.log(System.Logger.Level.WARNING, "The database is away: {0}", away.get());
      return Problem.UNAVAILABLE.refusal();
    }
    String number = Secrets.identifier();
    LOG.log(System.Logger.Level.ERROR, "Unexpected error " + number, error);
    return Problem.ERROR.refusal(number);
  }
}
