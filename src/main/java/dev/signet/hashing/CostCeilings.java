package dev.signet.hashing;

/** The most that checking one hash may cost, so that no imported row can exhaust the server. */
final class CostCeilings {

  private static final int ARGON2_MEMORY_KIB = 256 * 1024;
  private static final int ARGON2_ITERATIONS = 10;
  private static final int ARGON2_PARALLELISM = 16;

  /** A power of two: bcrypt makes 2^16 rounds. */
  private static final int BCRYPT_COST = 16;

  private static final int PBKDF2_ITERATIONS = 10_000_000;

  /** With the block size below this is 128 MiB. */
  private static final int SCRYPT_COST = 1 << 17;

  private static final int SCRYPT_BLOCK_SIZE = 8;
  private static final int SCRYPT_PARALLELISM = 10;

  private CostCeilings() {}

  static boolean allowArgon2(int memoryKiB, int iterations, int parallelism) {
    return memoryKiB <= ARGON2_MEMORY_KIB
        && iterations <= ARGON2_ITERATIONS
        && parallelism <= ARGON2_PARALLELISM;
  }

  static boolean allowBcrypt(int cost) {
    return cost <= BCRYPT_COST;
  }

  static boolean allowPbkdf2(int iterations) {
    return iterations <= PBKDF2_ITERATIONS;
  }

  static boolean allowScrypt(int cost, int blockSize, int parallelism) {
    return cost <= SCRYPT_COST
        && blockSize <= SCRYPT_BLOCK_SIZE
        && parallelism <= SCRYPT_PARALLELISM;
  }
}
