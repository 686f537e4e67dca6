package dev.signet.key;

import dev.signet.database.MasterSecret;
import dev.signet.database.Seal;
import dev.signet.platform.CannotStart;

/** Seals private keys for the database, each bound to its {@code kid}. */
final class KeyCipher {

  private final Seal seal;

  KeyCipher(MasterSecret secret) {
    seal = new Seal(secret, "key-encryption");
  }

  String seal(String kid, byte[] privateKey) {
    return seal.close(kid, privateKey);
  }

  /**
   * Opens what was sealed under this secret or the one before.
   *
   * @throws CannotStart when neither opens it
   */
  byte[] open(String kid, String stored) {
    return seal.open(kid, stored)
        .orElseThrow(
            () ->
                new CannotStart(
                    "SIGNET_SECRET does not open the signing keys of this database: set it to the"
                        + " secret they were stored under, or give that one as"
                        + " SIGNET_SECRET_PREVIOUS."));
  }

  /** Whether the secret of today seals it, and not the one being replaced. */
  boolean isCurrent(String kid, String stored) {
    return seal.isCurrent(kid, stored);
  }
}
