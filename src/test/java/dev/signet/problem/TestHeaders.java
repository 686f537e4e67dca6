package dev.signet.problem;

import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request that says only what it accepts, and the media type of its body. */
record TestHeaders(List<MediaType> accept, List<Locale> languages, @Nullable MediaType type)
    implements HttpHeaders {

  static TestHeaders accepting(MediaType... types) {
    return new TestHeaders(List.of(types), List.of(Locale.ENGLISH), null);
  }

  @Override
  public List<MediaType> getAcceptableMediaTypes() {
    return accept;
  }

  @Override
  public List<Locale> getAcceptableLanguages() {
    return languages;
  }

  @Override
  public @Nullable MediaType getMediaType() {
    return type;
  }

  @Override
  public List<String> getRequestHeader(String name) {
    throw new UnsupportedOperationException();
  }

  @Override
  public String getHeaderString(String name) {
    throw new UnsupportedOperationException();
  }

  @Override
  public MultivaluedMap<String, String> getRequestHeaders() {
    return new MultivaluedHashMap<>();
  }

  @Override
  public Locale getLanguage() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Map<String, Cookie> getCookies() {
    throw new UnsupportedOperationException();
  }

  @Override
  @SuppressWarnings("JavaUtilDate")
  public Date getDate() {
    throw new UnsupportedOperationException();
  }

  @Override
  public int getLength() {
    throw new UnsupportedOperationException();
  }
}
