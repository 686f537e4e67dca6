package dev.signet.subject;

import dev.signet.platform.HmacSha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/**
 * Whom clients know an account as (<a
 * href="https://openid.net/specs/openid-connect-core-1_0.html#PairwiseAlg">OpenID Connect Core 1.0
 * §8.1</a>): by its id, or in a sector by a name that is another in each, by which no two sectors
 * can tell that they speak of one person. We can turn it back without asking the database.
 */
public final class Subjects {

  private static final int BYTES = 16;

  private final HmacSha256 key;

  Subjects(byte[] key) {
    this.key = new HmacSha256(key);
  }

  /** What an account is called, in 22 characters of base64url where there is a sector. */
  public String of(UUID account, Optional<String> sector) {
    return sector.map(name -> of(account, name)).orElseGet(account::toString);
  }

  private String of(UUID account, String sector) {
    byte[] id =
        ByteBuffer.allocate(BYTES)
            .putLong(account.getMostSignificantBits())
            .putLong(account.getLeastSignificantBits())
            .array();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(block(Cipher.ENCRYPT_MODE, sector, id));
  }

  /** The account that is called so ({@link #of}); empty for what is no such name. */
  public Optional<UUID> account(String subject, Optional<String> sector) {
    if (sector.isPresent()) {
      return account(subject, sector.get());
    }
    try {
      return Optional.of(UUID.fromString(subject));
    } catch (IllegalArgumentException noId) {
      return Optional.empty();
    }
  }

  /** The account that a sector calls so; empty for what is no such name. */
  public Optional<UUID> account(String subject, String sector) {
    try {
      byte[] block = Base64.getUrlDecoder().decode(subject);
      if (block.length != BYTES) {
        return Optional.empty();
      }
      ByteBuffer id = ByteBuffer.wrap(block(Cipher.DECRYPT_MODE, sector, block));
      return Optional.of(new UUID(id.getLong(), id.getLong()));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  /**
   * An id is one block of AES, and no two accounts have the same: so the cipher alone, which is a
   * permutation that nobody can guess, needs no mode around it.
   */
  @SuppressWarnings("InsecureCryptoUsage")
  private byte[] block(int mode, String sector, byte[] block) {
    try {
      Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding");
      byte[] ofSector = key.of(sector.getBytes(StandardCharsets.UTF_8));
      cipher.init(mode, new SecretKeySpec(ofSector, "AES"));
      return cipher.doFinal(block);
    } catch (GeneralSecurityException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }
}
