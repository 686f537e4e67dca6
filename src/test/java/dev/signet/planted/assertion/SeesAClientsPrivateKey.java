package dev.signet.planted.assertion;

import java.security.PrivateKey;

/** May see the JOSE library, and no private key. */
public class SeesAClientsPrivateKey {
  void sign(PrivateKey key) {}
}
