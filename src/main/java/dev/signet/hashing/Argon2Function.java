package dev.signet.hashing;

import java.util.List;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;

/** Argon2 (RFC 9106) with every input chosen but the password; the salt is {@link PhcBase64}. */
record Argon2Function(
    String variant, int version, int memoryKiB, int iterations, int parallelism, String salt) {

  /** Each stands at the number RFC 9106 §3.2 gives it, its "y". */
  private static final List<String> VARIANTS = List.of("argon2d", "argon2i", "argon2id");

  private static final String CURRENT_VARIANT = "argon2id";
  private static final int CURRENT_VERSION = 19;

  /** The function of a new hash. */
  static Argon2Function current(Argon2Parameters parameters, byte[] salt) {
    return new Argon2Function(
        CURRENT_VARIANT,
        CURRENT_VERSION,
        parameters.memoryKiB(),
        parameters.iterations(),
        parameters.parallelism(),
        PhcBase64.encode(salt));
  }

  /** RFC 9106 §3.1: at least 8 KiB a lane; and no more in all than we are ready to spend. */
  boolean isComputable() {
    return memoryKiB >= 8 * parallelism
        && PhcBase64.isCanonical(salt)
        && CostCeilings.allowArgon2(memoryKiB, iterations, parallelism);
  }

  /**
   * By memory times passes, which is what a guess costs. Lanes only spread that cost, and neither
   * salt nor tag adds to it.
   */
  boolean weakerThan(Argon2Parameters current) {
    return !variant.equals(CURRENT_VARIANT)
        || version < CURRENT_VERSION
        || Argon2Parameters.belowFloor(memoryKiB, iterations)
        || memoryKiB * iterations < current.memoryKiB() * current.iterations();
  }

  String tag(byte[] password, int length) {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new org.bouncycastle.crypto.params.Argon2Parameters.Builder(VARIANTS.indexOf(variant))
            .withVersion(version)
            .withMemoryAsKB(memoryKiB)
            .withIterations(iterations)
            .withParallelism(parallelism)
            .withSalt(PhcBase64.decode(salt))
            .build());
    byte[] tag = new byte[length];
    generator.generateBytes(password, tag);
    return PhcBase64.encode(tag);
  }

  String text() {
    String cost = "m=" + memoryKiB + ",t=" + iterations + ",p=" + parallelism;
    return "$" + variant + "$v=" + version + "$" + cost + "$" + salt;
  }
}
