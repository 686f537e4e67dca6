package dev.signet.audit;

import dev.signet.platform.HmacSha256;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What links the records: HMAC-SHA-256 (<a href="https://www.rfc-editor.org/rfc/rfc2104">RFC
 * 2104</a>) under a key that who can write rows does not have. What it is of is unambiguous: each
 * part comes after its length.
 */
final class AuditChain {

  private static final int NULL = -1;

  private final byte[] key;
  private final HmacSha256 mac;

  AuditChain(byte[] key) {
    this.key = key.clone();
    this.mac = new HmacSha256(key);
  }

  /** Whether this is its key. */
  boolean isOf(byte[] other) {
    return MessageDigest.isEqual(key, other);
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
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    for (String part : parts) {
      byte[] bytes = part == null ? new byte[0] : part.getBytes(StandardCharsets.UTF_8);
      int length = part == null ? NULL : bytes.length;
      content.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(length).array());
      content.writeBytes(bytes);
    }
    return HexFormat.of().formatHex(mac.of(content.toByteArray()));
  }
}
