package dev.signet.input;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Forms as multipart/form-data has them. */
final class TestMultipart {

  static final String BOUNDARY = "the-boundary";

  private TestMultipart() {}

  /** What a part is with headers and a text. */
  static String part(String headers, String text) {
    return "--" + BOUNDARY + "\r\n" + headers + "\r\n\r\n" + text + "\r\n";
  }

  /** The part of a field. */
  static String field(String name, String text) {
    return part("Content-Disposition: form-data; name=\"" + name + "\"", text);
  }

  /** A body of parts. */
  static String body(String parts) {
    return parts + "--" + BOUNDARY + "--\r\n";
  }

  static Fields fields(String parts) {
    return read(body(parts));
  }

  static Fields read(String body) {
    return read(body, BOUNDARY);
  }

  static Fields read(String body, String boundary) {
    return MultipartForm.fields(body.getBytes(UTF_8), boundary);
  }
}
