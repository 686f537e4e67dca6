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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A request that says only what it accepts, and the media type of its body. */
record TestHeaders(List<MediaType> accept, List<Locale> languages, @Nullable MediaType type)
    implements HttpHeaders {

  static TestHeaders accepting(MediaType... types) {
    return new TestHeaders(List.of(types), List.of(Locale.ENGLISH), null);
  }

  @Override
  public List<MediaType> getAcceptableMediaTypes() {
    throw new IllegalStateException("Servers throw where they cannot parse it");
  }

  @Override
  public List<Locale> getAcceptableLanguages() {
    throw new IllegalStateException("Servers throw where they cannot parse it");
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
  public @Nullable String getHeaderString(String name) {
    return switch (name) {
      case ACCEPT -> accept.stream().map(TestHeaders::text).collect(Collectors.joining(", "));
      case ACCEPT_LANGUAGE ->
          languages.stream().map(Locale::toLanguageTag).collect(Collectors.joining(", "));
      default -> null;
    };
  }

  private static String text(MediaType type) {
    return type.getType() + "/" + type.getSubtype();
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
