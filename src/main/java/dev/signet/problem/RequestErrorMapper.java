package dev.signet.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;

/** Answers what JAX-RS refuses by itself: unknown paths, methods and media types. */
@Provider
@ApplicationScoped
public class RequestErrorMapper implements ExceptionMapper<WebApplicationException> {

  @Inject Scheme scheme;
  @Context HttpHeaders headers;
  @Context Request request;

  @Override
  public Response toResponse(WebApplicationException error) {
    Response original = error.getResponse();
    if (original.getStatus() >= 500) {
      return UnexpectedErrorMapper.answer(error, scheme, headers);
    }
    if (original.getStatus() < 400) {
      return original;
    }
    Response.ResponseBuilder response =
        new ProblemWriter(scheme, headers::getHeaderString).write(refusal(original.getStatus()));
    String allow = original.getHeaderString(HttpHeaders.ALLOW);
    return allow == null ? response.build() : response.header(HttpHeaders.ALLOW, allow).build();
  }

  private ProblemException refusal(int status) {
    return switch (status) {
      case 401 -> Problem.NOT_AUTHENTICATED.refusal();
      case 403 -> Problem.PERMISSION_DENIED.refusal();
      case 404 -> Problem.NOT_FOUND.refusal();
      case 405 -> Problem.METHOD_NOT_ALLOWED.refusal(request.getMethod());
      case 406 -> Problem.NOT_ACCEPTABLE.refusal();
      case 413 -> Problem.TOO_LARGE.refusal("-");
      case 415 -> Problem.UNSUPPORTED_MEDIA_TYPE.refusal(mediaType());
      default -> Problem.BAD_REQUEST.refusal();
    };
  }

  private String mediaType() {
    return Optional.ofNullable(headers.getMediaType())
        .map(type -> type.getType() + "/" + type.getSubtype())
        .orElse(MediaType.APPLICATION_OCTET_STREAM);
  }
}
