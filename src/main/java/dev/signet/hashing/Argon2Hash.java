package dev.signet.hashing;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An Argon2 hash as a PHC string, which Django stores behind a further {@code argon2}. */
record Argon2Hash(Argon2Function function, String tag) implements StoredHash {

  private static final int TAG_BYTES = 32;

  /** The PHC string format's "Argon2 Encoding": salts of 8 to 48 bytes, tags of 12 to 64. */
  private static final Pattern PHC =
      Pattern.compile(
          "(?:argon2)?\\$(?<variant>argon2id|argon2i|argon2d)(?<version>\\$v=16|\\$v=19|)"
              + "\\$m=(?<memory>[1-9]\\d{0,8}),t=(?<iterations>[1-9]\\d{0,8})"
              + ",p=(?<parallelism>[1-9]\\d{0,2})"
              + "\\$(?<salt>[A-Za-z0-9+/]{11,64})\\$(?<tag>[A-Za-z0-9+/]{16,86})");

  static Argon2Hash of(byte[] password, byte[] salt, Argon2Parameters parameters) {
    Argon2Function function = Argon2Function.current(parameters, salt);
    return new Argon2Hash(function, function.tag(password, TAG_BYTES));
  }

  static Optional<StoredHash> read(String stored) {
    Matcher phc = PHC.matcher(stored);
    if (!phc.matches()) {
      return Optional.empty();
    }
    Argon2Hash hash = new Argon2Hash(function(phc), phc.group("tag"));
    return hash.isComputable() ? Optional.of(hash) : Optional.empty();
  }

  private static Argon2Function function(Matcher phc) {
    return new Argon2Function(
        phc.group("variant"),
        phc.group("version").endsWith("19") ? 19 : 16,
        Integer.parseInt(phc.group("memory")),
        Integer.parseInt(phc.group("iterations")),
        Integer.parseInt(phc.group("parallelism")),
        phc.group("salt"));
  }

  private boolean isComputable() {
    return function.isComputable() && PhcBase64.isCanonical(tag);
  }

  @Override
  public boolean matches(byte[] password) {
    return StoredHash.same(function.tag(password, PhcBase64.decode(tag).length), tag);
  }

  @Override
  public boolean weakerThan(Argon2Parameters current) {
    return function.weakerThan(current);
  }

  String text() {
    return function.text() + "$" + tag;
  }
}
