package dev.signet.hashing;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every format that is read, against hashes that other implementations made. */
class StoredHashTest {

  /** Of "password", computed with 256 KiB, 2 iterations and 1 lane. */
  private static final String ARGON2_SALT_AND_TAG =
      "$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";

  /** Of the empty password, salted with "seasalt", at cost 1024, block size 8, parallelism 1. */
  private static final String SCRYPT_HASH =
      "$hUpfPYkR4g0FOgN1DeevrGv6KHZXRgS0C331OyzMGtdR"
          + "yFY4me6XHvZGccibxkoOR5GX6dPxCQ/SNoPsvpiOng==";

  private static final String BCRYPT_OF_72_BYTES =
      "$2a$05$abcdefghijklmnopqrstuu5s2v8.iXieOjg/.AySBTTZIIVFJeBui";

  private final PasswordHashes hashes =
      new PasswordHashes(new Argon2Parameters(19_456, 2, 1), new SecureRandom());

  /** The first seven are from the reference implementation's test.c, the others by argon2-cffi. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "password $argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ"
            + "$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        "password $argon2id$v=19$m=256,t=2,p=1" + ARGON2_SALT_AND_TAG,
        "password $argon2id$v=19$m=256,t=2,p=2$c29tZXNhbHQ"
            + "$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc",
        "password $argon2i$v=19$m=256,t=2,p=1$c29tZXNhbHQ"
            + "$iekCn0Y3spW+sCcFanM2xBT63UP2sghkUoHLIUpWRS8",
        "password $argon2i$m=256,t=2,p=1$c29tZXNhbHQ$/U3YPXYsSb3q9XxHvc0MLxur+GP960kN9j7emXX8zwY",
        "password $argon2i$m=256,t=2,p=2$c29tZXNhbHQ$tsEVYKap1h6scGt5ovl9aLRGOqOth+AMB+KwHpDFZPs",
        "differentpassword $argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ"
            + "$C4TWUs9rDEvq7w3+J4umqA32aWKB1+DSiRuBfYxFj94",
        "password $argon2d$v=19$m=256,t=2,p=1$c29tZXNhbHQ"
            + "$JcTui6RIBUtJ78gE5Hi52CO+H5vS6Z9R1uxAB6OhUB8",
        "password $argon2id$v=16$m=256,t=2,p=1$c29tZXNhbHQ"
            + "$2gcOV25Q8vOKPIl8vdxsf7QCjocJcf+erntOGHkpXm4",
        "password $argon2id$v=19$m=256,t=1,p=1$c29tZXNhbHQ$/w+WUa6ND2E9ZQmQ",
        "password $argon2id$v=19$m=256,t=2,p=1"
            + "$c29tZXNhbHRzb21lc2FsdHNvbWVzYWx0c29tZXNhbHRzb21lc2FsdHNvbWVzYWx0"
            + "$oMV8MXeRbsNDXIbpMsCFdzLwCJAmyTtb+0CY5kYL66aA"
            + "faAml/Jt1jIRyii3T+U+pF947Lorh2WdjILg6PqXnA",
        "password $argon2id$v=19$m=256,t=10,p=16$c29tZXNhbHQ"
            + "$hd7FWAi2uK7LnRDH2cGgGwh8nbYYGO+H9ICd1xBCZY8",
        "'' $argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$2pJJeR/EF32JHSAy5fvPJUaE7Wb0wtNAIthiqgOdB88"
      })
  void readsArgon2(String password, String stored) {
    assertOpensOnlyWith(password, stored);
  }

  /** The first two are from Django's own test_hashers.py, the others made by Django 5.2. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "pbkdf2_sha256$30000$seasalt$VrX+V8drCGo68wlvy6rfu8i1d1pfkdeXA4LJkRGJodY=",
        "scrypt$16384$seasalt$8$5$ECMIUp+LMxMSK8xB/IVyba+KYGTI7FTnet025q/1f/vB"
            + "AVnnP3hdYqJuRi+mJn6ji6ze3Fbb7JEFPKGpuEf5vw==",
        "bcrypt$$2b$04$CCCCCCCCCCCCCCCCCCCCC.gkH6UnjS0HnlIFKPrxOxecnCGXTwVua",
        "bcrypt_sha256$$2b$04$CCCCCCCCCCCCCCCCCCCCC.3TTwpC5Bwj7ds9p/UadWA7yfctaiUsS",
        "argon2$argon2id$v=19$m=102400,t=2,p=8$c2Vhc2FsdHNlYXNhbHQ"
            + "$5X8M3A6KY2o98xsl1DnfJpaxc9OdBrgUbl3HjifV1qo"
      })
  void readsDjango(String stored) {
    assertOpensOnlyWith("lètmein", stored);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pbkdf2_sha256$1000$seasalt$XHfRVmyEZRTCcSbqGP00JKv0fRwYHK0ogjPZdSJxCXk=",
        "scrypt$1024$seasalt$8$1" + SCRYPT_HASH
      })
  void readsDjangoHashesOfTheEmptyPassword(String stored) {
    assertOpensOnlyWith("", stored);
  }

  /** Made by Django 5.2, which hashes what it is sent: here a decomposed spelling. */
  @Test
  void readsDjangoHashesOfPasswordsThatAreNotNfc() {
    String decomposed = "A\u030angstro\u0308m zieht nach Norden";
    String stored = "pbkdf2_sha256$1000$seasalt$S1pl9RQXXOyVclJJJ/DgK6NFisgzYooS93KjkO6AVic=";
    assertOpensOnlyWith(decomposed, stored);
    assertThat(hashes.verify("\u00c5ngstr\u00f6m zieht nach Norden", stored)).isFalse();
    assertThat(hashes.verify(decomposed, hashes.hash(decomposed))).isTrue();
  }

  /** Django's make_password(None). */
  @Test
  void opensAnUnusablePasswordWithNothing() {
    assertNotRecognised("!j5SZvzySSdvhL3otO62DaHH3HZ7xWGUmFvValLCX");
  }

  @Test
  void takesDjangoSaltsForUtf8Text() {
    assertOpensOnlyWith(
        "a".repeat(256), "pbkdf2_sha256$1000$sé l!$ukP5GYemxOIPh5eEOKAa/0VKJa9QT7tTQI6gJrnI5es=");
  }

  /** All but the last, which python's bcrypt 5.0.0 made, are from crypt_blowfish's wrapper.c. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "U*U $2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
        "U*U* $2a$05$CCCCCCCCCCCCCCCCCCCCC.VGOzA784oUp/Z0DY336zx7pLYAy0lwK",
        "U*U*U $2a$05$XXXXXXXXXXXXXXXXXXXXXOAcXxm9kjPGEMsLznoKqmqw7tc8WCx4a",
        "'' $2a$05$CCCCCCCCCCCCCCCCCCCCC.7uG0VCzI2bS7j6ymqJi9CdcdxiRTWNy",
        "U*U $2b$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
        "U*U $2y$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
        "lètmein $2y$04$CCCCCCCCCCCCCCCCCCCCC.gkH6UnjS0HnlIFKPrxOxecnCGXTwVua"
      })
  void readsBcrypt(String password, String stored) {
    assertOpensOnlyWith(password, stored);
  }

  @Test
  void acceptsAnythingBehindThe72BytesThatBcryptTook() {
    String taken = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    assertThat(hashes.verify(taken, BCRYPT_OF_72_BYTES)).isTrue();
    assertThat(hashes.verify(taken + "chars after 72 are ignored", BCRYPT_OF_72_BYTES)).isTrue();
    assertThat(hashes.verify(taken.substring(0, 71), BCRYPT_OF_72_BYTES)).isFalse();
    assertThat(hashes.needsRehash(BCRYPT_OF_72_BYTES)).isTrue();
  }

  @Test
  void verifiesTheWholePasswordBehindBcryptOfItsDigest() {
    String stored = "bcrypt_sha256$$2b$04$CCCCCCCCCCCCCCCCCCCCC.wZ1gAd.oWj8zDe4n5kKffOnUtgyPg8u";
    assertThat(hashes.verify("a".repeat(256), stored)).isTrue();
    assertThat(hashes.verify("a".repeat(255), stored)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$argon2id$v=19$m=256,t=2,p=1" + ARGON2_SALT_AND_TAG,
        "pbkdf2_sha256$1000$seasalt$XHfRVmyEZRTCcSbqGP00JKv0fRwYHK0ogjPZdSJxCXk=",
        "scrypt$1024$seasalt$8$1" + SCRYPT_HASH,
        "$2a$05$CCCCCCCCCCCCCCCCCCCCC.7uG0VCzI2bS7j6ymqJi9CdcdxiRTWNy",
        "bcrypt_sha256$$2b$04$CCCCCCCCCCCCCCCCCCCCC.3TTwpC5Bwj7ds9p/UadWA7yfctaiUsS"
      })
  void opensNoHashThatLostOrChangedACharacter(String stored) {
    String password = stored.startsWith("$argon2id") ? "password" : "";
    for (int i = 0; i < stored.length(); i++) {
      char other = stored.charAt(i) == 'x' ? 'y' : 'x';
      String changed = stored.substring(0, i) + other + stored.substring(i + 1);
      assertThat(hashes.verify(password, changed)).as(changed).isFalse();
      assertThat(hashes.verify(password, stored.substring(0, i))).as("cut at " + i).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "$",
        "!",
        "password",
        "md5$salt$5f4dcc3b5aa765d61d8327deb882cf99",
        "pbkdf2_sha1$1000$seasalt$XHfRVmyEZRTCcSbqGP00JKv0fRw=",
        "pbkdf2_sha256$0$seasalt$XHfRVmyEZRTCcSbqGP00JKv0fRwYHK0ogjPZdSJxCXk=",
        "pbkdf2_sha256$-1$seasalt$XHfRVmyEZRTCcSbqGP00JKv0fRwYHK0ogjPZdSJxCXk=",
        "pbkdf2_sha256$$seasalt$XHfRVmyEZRTCcSbqGP00JKv0fRwYHK0ogjPZdSJxCXk=",
        "pbkdf2_sha256$1000$$XHfRVmyEZRTCcSbqGP00JKv0fRwYHK0ogjPZdSJxCXk=",
        "pbkdf2_sha256$1000$seasalt$",
        "pbkdf2_sha256$1000$seasalt$XHfR",
        "pbkdf2_sha256$1000$seasalt$XHfRVmyEZRTCcSbqGP00JKv0fRwYHK0ogjPZdSJxC-_=",
        "pbkdf2_sha256$1000$seasalt$XHfRVmyEZRTCcSbqGP00JKv0fRwYHK0ogjPZdSJxCXk=\n",
        "scrypt$1023$seasalt$8$1" + SCRYPT_HASH,
        "scrypt$1$seasalt$8$1" + SCRYPT_HASH,
        "scrypt$65536$seasalt$1$1" + SCRYPT_HASH,
        "$2a$03$CCCCCCCCCCCCCCCCCCCCC.7uG0VCzI2bS7j6ymqJi9CdcdxiRTWNy",
        "$2x$05$CCCCCCCCCCCCCCCCCCCCC.7uG0VCzI2bS7j6ymqJi9CdcdxiRTWNy",
        "$2a$05$CCCCCCCCCCCCCCCCCCCCC.7uG0VCzI2bS7j6ymqJi9CdcdxiRTWNy ",
        "bcrypt$bcrypt$$2a$05$CCCCCCCCCCCCCCCCCCCCC.7uG0VCzI2bS7j6ymqJi9CdcdxiRTWNy",
        "$argon2id$v=18$m=256,t=2,p=1" + ARGON2_SALT_AND_TAG,
        "$argon2id$v=19$m=256,t=0,p=1" + ARGON2_SALT_AND_TAG,
        "$argon2id$v=19$m=7,t=2,p=1" + ARGON2_SALT_AND_TAG,
        "$argon2id$v=19$t=2,m=256,p=1" + ARGON2_SALT_AND_TAG,
        "$argon2id$v=19$m=256,t=2,p=1,keyid=AA" + ARGON2_SALT_AND_TAG,
        "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHR0A$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
        "$argon2id$v=19$m=256,t=2,p=1$$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
        "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$",
        "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ",
        "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4=",
        "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/5",
        "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHR$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4"
      })
  void doesNotRecogniseTheMalformed(String stored) {
    assertNotRecognised(stored);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$argon2id$v=19$m=262145,t=1,p=1" + ARGON2_SALT_AND_TAG,
        "$argon2id$v=19$m=4294967295,t=1,p=1" + ARGON2_SALT_AND_TAG,
        "$argon2id$v=19$m=256,t=11,p=1" + ARGON2_SALT_AND_TAG,
        "$argon2id$v=19$m=256,t=1,p=17" + ARGON2_SALT_AND_TAG,
        "$2b$17$CCCCCCCCCCCCCCCCCCCCC.7uG0VCzI2bS7j6ymqJi9CdcdxiRTWNy",
        "bcrypt_sha256$$2b$31$CCCCCCCCCCCCCCCCCCCCC.7uG0VCzI2bS7j6ymqJi9CdcdxiRTWNy",
        "pbkdf2_sha256$10000001$seasalt$XHfRVmyEZRTCcSbqGP00JKv0fRwYHK0ogjPZdSJxCXk=",
        "pbkdf2_sha256$99999999999999999999$seasalt$XHfRVmyEZRTCcSbqGP00JKv0fRwYHK0ogjPZdSJxCXk=",
        "scrypt$262144$seasalt$8$1" + SCRYPT_HASH,
        "scrypt$1024$seasalt$9$1" + SCRYPT_HASH,
        "scrypt$1024$seasalt$268435456$1" + SCRYPT_HASH,
        "scrypt$1024$seasalt$8$11" + SCRYPT_HASH
      })
  void doesNotRecogniseWhatCostsTooMuch(String stored) {
    assertNotRecognised(stored);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$argon2id$v=19$m=262144,t=10,p=16" + ARGON2_SALT_AND_TAG,
        "$2b$16$CCCCCCCCCCCCCCCCCCCCC.7uG0VCzI2bS7j6ymqJi9CdcdxiRTWNy",
        "pbkdf2_sha256$10000000$seasalt$XHfRVmyEZRTCcSbqGP00JKv0fRwYHK0ogjPZdSJxCXk=",
        "scrypt$131072$seasalt$8$10" + SCRYPT_HASH
      })
  void recognisesWhatCostsTheMostAllowed(String stored) {
    assertThat(hashes.recognises(stored)).isTrue();
  }

  private void assertOpensOnlyWith(String password, String stored) {
    assertThat(hashes.recognises(stored)).isTrue();
    assertThat(hashes.verify(password, stored)).isTrue();
    assertThat(hashes.verify(password + "z", stored)).isFalse();
  }

  private void assertNotRecognised(String stored) {
    assertThat(hashes.recognises(stored)).isFalse();
    assertThat(hashes.verify("", stored)).isFalse();
    assertThat(hashes.verify("password", stored)).isFalse();
    assertThat(hashes.needsRehash(stored)).isTrue();
  }
}
