package dev.signet.input;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.signet.problem.ProblemException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that are meant to hurt. */
class HostileFieldsTest {

  @ParameterizedTest
  @ValueSource(strings = {"1e400000000", "-1e-400000000", "0.0000000000000000000000000001"})
  void mayHoldANumberThatIsLargeButShort(String number) {
    assertThat(TestFields.json("{'a':" + number + "}").has("a")).isTrue();
  }

  @Test
  void areReadUpTo64KiB() throws IOException {
    String shell = "{\"a\":\"\"}";
    String most = "x".repeat(FieldsReader.MAXIMUM_BYTES - shell.length());
    assertThat(read("{\"a\":\"" + most + "\"}").exact("a", most.length())).isEqualTo(most);
  }

  @Test
  void areRefusedOneByteLater() {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> read(" ".repeat(FieldsReader.MAXIMUM_BYTES + 1)))
        .withMessage("TOO_LARGE[65536]");
  }

  /** A body without an end is not read to its end. */
  @Test
  void areNotReadFurtherThanTheLimit() {
    InputStream endless = new Endless();
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> read(endless, MediaType.APPLICATION_FORM_URLENCODED_TYPE))
        .withMessage("TOO_LARGE[65536]");
  }

  @Test
  void areReadAsWhatTheirMediaTypeSays() throws IOException {
    MediaType json = new MediaType("application", "json", "utf-8");
    MediaType form = new MediaType("application", "x-www-form-urlencoded", "utf-8");
    assertThat(read(body("{\"a\":\"x\"}"), json).exact("a", 9)).isEqualTo("x");
    assertThat(read(body("a=x"), form).exact("a", 9)).isEqualTo("x");
  }

  @Test
  void areReadForThoseWhoAskForFields() {
    FieldsReader reader = new FieldsReader();
    MediaType json = MediaType.APPLICATION_JSON_TYPE;
    assertThat(reader.isReadable(Fields.class, Fields.class, new Annotation[0], json)).isTrue();
    assertThat(reader.isReadable(Object.class, Object.class, new Annotation[0], json)).isFalse();
  }

  private static Fields read(String json) throws IOException {
    return read(body(json), MediaType.APPLICATION_JSON_TYPE);
  }

  private static InputStream body(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }

  private static Fields read(InputStream body, MediaType type) throws IOException {
    return new FieldsReader()
        .readFrom(
            Fields.class, Fields.class, new Annotation[0], type, new MultivaluedHashMap<>(), body);
  }

  private static final class Endless extends InputStream {

    private int total;

    @Override
    public int read() {
      return read(new byte[1], 0, 1) == 1 ? 'x' : -1;
    }

    @Override
    public int read(byte[] into, int from, int length) {
      total += length;
      assertThat(total).isLessThanOrEqualTo(FieldsReader.MAXIMUM_BYTES + 1);
      Arrays.fill(into, from, from + length, (byte) 'x');
      return length;
    }
  }
}
