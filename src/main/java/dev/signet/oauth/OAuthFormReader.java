package dev.signet.oauth;

import dev.signet.input.FormBody;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Reads the body of an OAuth request: a form in UTF-8, of at most 64 KiB. */
@Provider
public class OAuthFormReader implements MessageBodyReader<OAuthForm> {

  @Override
  public boolean isReadable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return type == OAuthForm.class;
  }

  @Override
  public OAuthForm readFrom(
      Class<OAuthForm> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, String> headers,
      InputStream body) {
    boolean form =
        !mediaType.isWildcardType()
            && mediaType.isCompatible(MediaType.APPLICATION_FORM_URLENCODED_TYPE);
    if (!form) {
      throw OAuthError.INVALID_REQUEST.because(
          "The body is to be application/x-www-form-urlencoded.");
    }
    return OAuthForm.parse(
        FormBody.text(body)
            .orElseThrow(
                () -> OAuthError.INVALID_REQUEST.because("The body is too large, or not UTF-8.")));
  }
}
