package dev.signet.planted.token;

import com.nimbusds.jose.JWSObject;

/** The JOSE library out of its package. */
public class ParsesJose {
  void parse(JWSObject jws) {}
}
