package dev.signet.input;

import dev.signet.problem.Problem;
import dev.signet.problem.ProblemException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Optional;

/** The body of a request before it is read into {@link Fields}. */
public final class FormBody {

  private FormBody() {}

  /** A body of text; empty where it is larger than any that is read, or not UTF-8. */
  public static Optional<String> text(InputStream body) {
    try {
      return Optional.of(FieldsReader.utf8(FieldsReader.atMost(body), Problem.BAD_REQUEST));
    } catch (ProblemException unusable) {
      return Optional.empty();
    }
  }

  /**
   * A field of a form (application/x-www-form-urlencoded), which can be read as if nobody had
   * looked; empty for any other body.
   *
   * @throws dev.signet.problem.ProblemException for a body that is too large or no such form
   */
  public static Optional<String> field(ContainerRequestContext request, String name) {
    MediaType type = request.getMediaType();
    if (type == null || !MediaType.APPLICATION_FORM_URLENCODED_TYPE.isCompatible(type)) {
      return Optional.empty();
    }
    byte[] body = FieldsReader.atMost(request.getEntityStream());
    request.setEntityStream(new ByteArrayInputStream(body));
    Fields fields = FieldsReader.form(body);
    return fields.has(name) ? Optional.of(fields.optional(name, body.length)) : Optional.empty();
  }
}
