package dev.signet.hashing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.SCrypt;

/** Django's scrypt (RFC 7914), as {@code scrypt$cost$salt$blockSize$parallelism$hash}. */
record ScryptHash(int cost, String salt, int blockSize, int parallelism, String hash)
    implements StoredHash {

  private static final int HASH_BYTES = 64;

  private static final Pattern DJANGO =
      Pattern.compile(
          "scrypt\\$(?<cost>[1-9]\\d{0,8})\\$(?<salt>[^$]{1,128})\\$(?<blockSize>[1-9]\\d{0,8})"
              + "\\$(?<parallelism>[1-9]\\d{0,8})\\$(?<hash>[A-Za-z0-9+/]{86}==)");

  static Optional<StoredHash> read(String stored) {
    Matcher django = DJANGO.matcher(stored);
    if (!django.matches()) {
      return Optional.empty();
    }
    ScryptHash hash =
        new ScryptHash(
            Integer.parseInt(django.group("cost")),
            django.group("salt"),
            Integer.parseInt(django.group("blockSize")),
            Integer.parseInt(django.group("parallelism")),
            django.group("hash"));
    return hash.isComputable() ? Optional.of(hash) : Optional.empty();
  }

  /** RFC 7914 §2: the cost is a power of two above 1 and below 2^(128 * blockSize / 8). */
  private boolean isComputable() {
    return CostCeilings.allowScrypt(cost, blockSize, parallelism)
        && cost > 1
        && Integer.bitCount(cost) == 1
        && Integer.numberOfTrailingZeros(cost) < 16 * blockSize;
  }

  @Override
  public boolean matches(byte[] password) {
    byte[] derived =
        SCrypt.generate(password, salt.getBytes(UTF_8), cost, blockSize, parallelism, HASH_BYTES);
    return StoredHash.same(Base64.getEncoder().encodeToString(derived), hash);
  }
}
