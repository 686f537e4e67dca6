package dev.signet.logout;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.JsonObject;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;

/** A token as its receiver checks it, with nothing but Java. */
final class SignedToken {

  private SignedToken() {}

  static String header(String token) {
    return new String(bytes(token.split("\\.", -1)[0]), UTF_8);
  }

  /** Whether it was signed with one of these keys, the one that it names. */
  static boolean isBy(JsonObject keys, String token) throws GeneralSecurityException {
    String[] parts = token.split("\\.", -1);
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initVerify(key(keys, header(token)));
    signature.update((parts[0] + "." + parts[1]).getBytes(UTF_8));
    return signature.verify(bytes(parts[2]));
  }

  private static PublicKey key(JsonObject keys, String header) throws GeneralSecurityException {
    JsonObject named =
        keys.getJsonArray("keys").getValuesAs(JsonObject.class).stream()
            .filter(key -> header.contains(key.getString("kid")))
            .findFirst()
            .orElseThrow();
    return KeyFactory.getInstance("RSA")
        .generatePublic(new RSAPublicKeySpec(number(named, "n"), number(named, "e")));
  }

  private static BigInteger number(JsonObject key, String member) {
    return new BigInteger(1, bytes(key.getString(member)));
  }

  private static byte[] bytes(String text) {
    return Base64.getUrlDecoder().decode(text);
  }
}
