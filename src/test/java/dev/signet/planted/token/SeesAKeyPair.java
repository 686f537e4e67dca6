package dev.signet.planted.token;

import java.security.KeyPair;

/** A private key out of its package, beside its public half. */
public class SeesAKeyPair {
  void sign(KeyPair pair) {}
}
