package dev.signet.input;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Requests as clients send them. */
public final class TestFields {

  private TestFields() {}

  /** The fields of a JSON text; an apostrophe stands for a quotation mark. */
  public static Fields json(String text) {
    return FieldsReader.json(text.replace('\'', '"').getBytes(UTF_8));
  }
}
