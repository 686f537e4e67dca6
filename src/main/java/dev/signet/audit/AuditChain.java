package dev.signet.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * What links the records: HMAC-SHA-256 (<a href="https://www.rfc-editor.org/rfc/rfc2104">RFC
 * 2104</a>) under a key that who can write rows does not have. What it is of is unambiguous: each
 * part comes after its length.
 */
final class AuditChain {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int NULL = -1;

  private final SecretKeySpec key;

  AuditChain(byte[] key) {
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /** Whether this is its key. */
  boolean isOf(byte[] other) {
    return MessageDigest.isEqual(key.getEncoded(), other);
  }

  /**
   * The hash of a record at a place.
   *
   * @param before the hash of the record before
   */
  String hash(String before, long seq, AuditEvent record) {
    List<@Nullable String> parts = new ArrayList<>(List.of("record", before, Long.toString(seq)));
    parts.addAll(record.content());
    return mac(parts);
  }

  /** The MAC of a head. */
  String mac(AuditHead head) {
    return mac(
        Arrays.asList(
            "head",
            Long.toString(head.seq()),
            head.hash(),
            Long.toString(head.anchorSeq()),
            head.anchorHash()));
  }

  private String mac(List<@Nullable String> parts) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      for (String part : parts) {
        byte[] bytes = part == null ? new byte[0] : part.getBytes(StandardCharsets.UTF_8);
        mac.update(
            ByteBuffer.allocate(Integer.BYTES).putInt(part == null ? NULL : bytes.length).array());
        mac.update(bytes);
      }
      return HexFormat.of().formatHex(mac.doFinal());
    } catch (GeneralSecurityException missingAlgorithm) {
      throw new IllegalStateException(missingAlgorithm);
    }
  }
}
