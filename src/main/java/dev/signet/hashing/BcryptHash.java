package dev.signet.hashing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;

/**
 * A bcrypt hash, bare or as Django stores it: behind {@code bcrypt$}, or behind {@code
 * bcrypt_sha256$} and then of the password's SHA-256 digest in hexadecimal.
 *
 * <p>Without that digest bcrypt never saw more than 72 bytes, so such a hash accepts whatever
 * follows them. NIST SP 800-63B-4 §3.1.1.2 wants the whole password verified: the rehash that
 * follows the login does.
 */
record BcryptHash(boolean ofDigest, String bcrypt) implements StoredHash {

  private static final int LOWEST_COST = 4;

  private static final Pattern BCRYPT =
      Pattern.compile(
          "(?<django>bcrypt\\$|bcrypt_sha256\\$|)"
              + "(?<bcrypt>\\$2[aby]\\$(?<cost>\\d\\d)\\$[./A-Za-z0-9]{53})");

  static Optional<StoredHash> read(String stored) {
    Matcher matcher = BCRYPT.matcher(stored);
    if (!matcher.matches() || !isComputable(Integer.parseInt(matcher.group("cost")))) {
      return Optional.empty();
    }
    boolean ofDigest = matcher.group("django").equals("bcrypt_sha256$");
    return Optional.of(new BcryptHash(ofDigest, matcher.group("bcrypt")));
  }

  private static boolean isComputable(int cost) {
    return cost >= LOWEST_COST && CostCeilings.allowBcrypt(cost);
  }

  @Override
  public boolean matches(byte[] password) {
    return OpenBSDBCrypt.checkPassword(bcrypt, ofDigest ? digest(password) : password);
  }

  private static byte[] digest(byte[] password) {
    SHA256Digest sha256 = new SHA256Digest();
    sha256.update(password, 0, password.length);
    byte[] digest = new byte[sha256.getDigestSize()];
    sha256.doFinal(digest, 0);
    return HexFormat.of().formatHex(digest).getBytes(US_ASCII);
  }
}
