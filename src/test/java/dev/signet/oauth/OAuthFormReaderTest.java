package dev.signet.oauth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.io.ByteArrayInputStream;
import java.lang.annotation.Annotation;
import org.junit.jupiter.api.Test;

class OAuthFormReaderTest {

  private static final MediaType FORM = MediaType.APPLICATION_FORM_URLENCODED_TYPE;

  @Test
  void readsAForm() {
    assertThat(read(FORM, "code=%C3%BC".getBytes(UTF_8)).required("code")).isEqualTo("ü");
    assertThat(read(FORM.withCharset("UTF-8"), "code=x".getBytes(UTF_8)).required("code"))
        .isEqualTo("x");
    assertThat(read(FORM, new byte[0]).parameters()).isEmpty();
  }

  @Test
  void readsNothingElse() {
    refuse(MediaType.APPLICATION_JSON_TYPE, new byte[0]);
    refuse(MediaType.MULTIPART_FORM_DATA_TYPE, new byte[0]);
    refuse(MediaType.WILDCARD_TYPE, new byte[0]);
    refuse(MediaType.TEXT_PLAIN_TYPE, "code=x".getBytes(UTF_8));
  }

  @Test
  void readsNoFormThatIsNotUtf8() {
    refuse(FORM, new byte[] {'a', '=', (byte) 0xff});
  }

  @Test
  void readsAFormOf64KibAtMost() {
    byte[] longest = ("a=" + "x".repeat(64 * 1024 - 2)).getBytes(UTF_8);
    assertThat(read(FORM, longest).required("a")).hasSize(longest.length - 2);
    refuse(FORM, ("a=" + "x".repeat(64 * 1024 - 1)).getBytes(UTF_8));
  }

  @Test
  void readsFormsForWhoAsksForOne() {
    OAuthFormReader reader = new OAuthFormReader();
    assertThat(reader.isReadable(OAuthForm.class, OAuthForm.class, new Annotation[0], FORM))
        .isTrue();
    assertThat(reader.isReadable(String.class, String.class, new Annotation[0], FORM)).isFalse();
  }

  private static void refuse(MediaType type, byte[] body) {
    assertThatExceptionOfType(OAuthException.class)
        .isThrownBy(() -> read(type, body))
        .matches(refusal -> refusal.error() == OAuthError.INVALID_REQUEST);
  }

  private static OAuthForm read(MediaType type, byte[] body) {
    return new OAuthFormReader()
        .readFrom(
            OAuthForm.class,
            OAuthForm.class,
            new Annotation[0],
            type,
            new MultivaluedHashMap<>(),
            new ByteArrayInputStream(body));
  }
}
