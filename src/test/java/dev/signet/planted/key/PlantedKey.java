package dev.signet.planted.key;

import com.nimbusds.jose.JWSObject;
import java.security.KeyPair;
import java.security.PrivateKey;

/** The one package that sees them. */
public class PlantedKey {
  void sign(JWSObject jws, PrivateKey key, KeyPair pair) {}
}
