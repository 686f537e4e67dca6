package dev.signet.input;

import dev.signet.problem.Problem;
import dev.signet.problem.ProblemException;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.ContentDisposition;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A form in which each field is a part (multipart/form-data, <a
 * href="https://www.rfc-editor.org/rfc/rfc7578">RFC 7578</a>), as Jakarta Mail takes it apart.
 */
final class MultipartForm extends MimeMultipart {

  /** More than any form of ours has; Jakarta Mail looks for its provider anew for each part. */
  static final int MOST_PARTS = 100;

  /** RFC 2046 §5.1.1. */
  private static final Pattern BOUNDARY =
      Pattern.compile("[0-9A-Za-z'()+_,./:=? -]{0,69}[0-9A-Za-z'()+_,./:=?-]");

  /** The transfer encodings that leave the bytes as they are; RFC 7578 §4.7 has no use for any. */
  private static final Set<String> IDENTITY = Set.of("7bit", "8bit", "binary");

  private MultipartForm(byte[] body, String boundary) throws MessagingException {
    super(new ByteArrayDataSource(body, "multipart/form-data; boundary=\"" + boundary + '"'));
  }

  /** The fields of a body; of a repeated name the last counts. */
  static Fields fields(byte[] body, @Nullable String boundary) {
    if (boundary == null || !BOUNDARY.matcher(boundary).matches()) {
      throw refusal("the boundary is missing or malformed");
    }
    try {
      return new MultipartForm(body, boundary).fields();
    } catch (ProblemException refused) {
      throw refused;
    } catch (MessagingException | IOException | RuntimeException malformed) {
      // The parser throws more than it declares, for parameters in numbered pieces (RFC 2231).
      throw refusal("the parts are malformed");
    }
  }

  /** The same on every server, whatever its system properties say of mail. */
  @Override
  protected void initializeProperties() {
    ignoreMissingEndBoundary = true; // isComplete() tells
    ignoreMissingBoundaryParameter = false;
    ignoreExistingBoundaryParameter = false;
    allowEmpty = false;
  }

  @Override
  protected MimeBodyPart createMimeBodyPart(InputStream part) throws MessagingException {
    if (parts.size() == MOST_PARTS) {
      throw refusal("more than " + MOST_PARTS + " parts");
    }
    return super.createMimeBodyPart(part);
  }

  private Fields fields() throws MessagingException, IOException {
    if (!isComplete()) {
      throw refusal("the last boundary is missing");
    }
    Map<String, JsonValue> fields = new HashMap<>();
    for (int i = 0; i < getCount(); i++) {
      read((MimeBodyPart) getBodyPart(i), fields);
    }
    return new Fields(fields);
  }

  /** A part that does not name a field is none, as the contract has it. */
  private static void read(MimeBodyPart part, Map<String, JsonValue> fields)
      throws MessagingException, IOException {
    requireIdentity(part.getHeader("Content-Transfer-Encoding", ","));
    @Nullable String header = part.getHeader("Content-Disposition", ",");
    if (header == null) {
      return;
    }
    ContentDisposition disposition = new ContentDisposition(header);
    @Nullable String name = disposition.getParameter("name");
    if (name != null && disposition.getDisposition().equalsIgnoreCase("form-data")) {
      fields.put(name, isFile(disposition) ? JsonValue.EMPTY_JSON_OBJECT : text(part));
    }
  }

  private static void requireIdentity(@Nullable String encoding) {
    if (encoding != null && !IDENTITY.contains(encoding.strip().toLowerCase(Locale.ROOT))) {
      throw refusal("a transfer encoding other than 7bit, 8bit and binary");
    }
  }

  private static boolean isFile(ContentDisposition disposition) {
    return disposition.getParameter("filename") != null;
  }

  private static JsonValue text(MimeBodyPart part) throws MessagingException, IOException {
    try (InputStream content = part.getRawInputStream()) {
      return Json.createValue(
          FieldsReader.utf8(content.readAllBytes(), Problem.MULTIPART_PARSE_ERROR));
    }
  }

  private static ProblemException refusal(String reason) {
    return Problem.MULTIPART_PARSE_ERROR.refusal(reason);
  }
}
