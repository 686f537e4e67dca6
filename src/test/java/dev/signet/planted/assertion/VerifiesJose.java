package dev.signet.planted.assertion;

import com.nimbusds.jose.JWSObject;

/** May see the JOSE library. */
public class VerifiesJose {
  void verify(JWSObject jws) {}
}
