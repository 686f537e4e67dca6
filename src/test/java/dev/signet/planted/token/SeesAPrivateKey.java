package dev.signet.planted.token;

import java.security.interfaces.RSAPrivateKey;

/** A private key out of its package. */
public class SeesAPrivateKey {
  void sign(RSAPrivateKey key) {}
}
