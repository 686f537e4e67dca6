package dev.signet.hashing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Django's default: PBKDF2 with HMAC-SHA-256, as {@code pbkdf2_sha256$iterations$salt$hash}. */
record Pbkdf2Hash(int iterations, String salt, String hash) implements StoredHash {

  private static final int HASH_BITS = 256;

  private static final Pattern DJANGO =
      Pattern.compile(
          "pbkdf2_sha256\\$(?<iterations>[1-9]\\d{0,8})\\$(?<salt>[^$]{1,128})"
              + "\\$(?<hash>[A-Za-z0-9+/]{43}=)");

  static Optional<StoredHash> read(String stored) {
    Matcher django = DJANGO.matcher(stored);
    if (!django.matches()) {
      return Optional.empty();
    }
    int iterations = Integer.parseInt(django.group("iterations"));
    return CostCeilings.allowPbkdf2(iterations)
        ? Optional.of(new Pbkdf2Hash(iterations, django.group("salt"), django.group("hash")))
        : Optional.empty();
  }

  @Override
  public boolean matches(byte[] password) {
    return StoredHash.same(Base64.getEncoder().encodeToString(derive(password)), hash);
  }

  /** By the JDK, which is twice as fast as Bouncy Castle here, but wants characters. */
  private byte[] derive(byte[] password) {
    char[] characters = new String(password, UTF_8).toCharArray();
    PBEKeySpec spec = new PBEKeySpec(characters, salt.getBytes(UTF_8), iterations, HASH_BITS);
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This JDK has no PBKDF2 with HMAC-SHA-256", e);
    }
  }
}
