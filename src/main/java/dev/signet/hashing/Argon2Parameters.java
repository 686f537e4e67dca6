package dev.signet.hashing;

/**
 * What a new hash costs: memory in KiB, passes over it, and lanes.
 *
 * <p>No less than OWASP's password storage cheat sheet and ASVS 5.0 Appendix C both ask, and no
 * more than we would agree to check.
 */
public record Argon2Parameters(int memoryKiB, int iterations, int parallelism) {

  public Argon2Parameters {
    if (iterations < 1 || parallelism < 1 || belowFloor(memoryKiB, iterations)) {
      throw new IllegalArgumentException(
          "Argon2 needs 46 MiB at 1 iteration, 19 MiB at 2, 12 MiB at 3 or more");
    }
    if (!CostCeilings.allowArgon2(memoryKiB, iterations, parallelism)) {
      throw new IllegalArgumentException("Argon2 parameters are past the cost ceilings");
    }
  }

  static boolean belowFloor(int memoryKiB, int iterations) {
    int floorMiB =
        switch (iterations) {
          case 1 -> 46;
          case 2 -> 19;
          default -> 12;
        };
    return memoryKiB < floorMiB * 1024;
  }
}
