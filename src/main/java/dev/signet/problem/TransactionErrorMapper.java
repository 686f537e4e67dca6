package dev.signet.problem;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/**
 * Answers a transaction that did not commit, before Jersey's own mapper makes an HTML page of it.
 */
@Provider
@ApplicationScoped
@Priority(1)
public class TransactionErrorMapper implements ExceptionMapper<TransactionalException> {

  @Inject Scheme scheme;
  @Context HttpHeaders headers;

  @Override
  public Response toResponse(TransactionalException error) {
    return UnexpectedErrorMapper.answer(error, scheme, headers);
  }
}
