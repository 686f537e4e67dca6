package dev.signet.brand;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * A file that pages load.
 *
 * @param name of the file
 * @param content its bytes, which nobody changes
 * @param hash of its content
 */
@SuppressWarnings("ArrayRecordComponent")
public record Asset(String name, byte[] content, String hash) {

  private static final int LENGTH_OF_HASH = 16;

  /** A type that a browser would not guess: what is served is never sniffed. */
  private static final Map<String, String> TYPES =
      Map.of(
          "css", "text/css;charset=UTF-8",
          "js", "text/javascript;charset=UTF-8",
          "ts", "text/plain;charset=UTF-8",
          "svg", "image/svg+xml",
          "png", "image/png",
          "jpg", "image/jpeg",
          "webp", "image/webp",
          "ico", "image/x-icon");

  static Asset of(String name, byte[] content) {
    return new Asset(name, content, hash(content));
  }

  static Asset of(String name, String content) {
    return of(name, content.getBytes(StandardCharsets.UTF_8));
  }

  /** Whether a file of this name is of a type that is served. */
  static boolean isServed(String name) {
    return TYPES.containsKey(extension(name));
  }

  /** The media type. */
  public String type() {
    return Optional.ofNullable(TYPES.get(extension(name))).orElseThrow();
  }

  /** The name that no other content has: {@code style.0123456789abcdef.css}. */
  public String hashedName() {
    int dot = name.lastIndexOf('.');
    return name.substring(0, dot) + "." + hash + name.substring(dot);
  }

  private static String extension(String name) {
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(dot + 1) : "";
  }

  private static String hash(byte[] content) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(hash).substring(0, LENGTH_OF_HASH);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
