package dev.signet.provisioning;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** A table of users as Django's would be, exported as CSV. */
final class DjangoUsers {

  static final int MANY = 100_000;

  /** Of Django 5.2. */
  private static final int DEFAULT_ITERATIONS = 1_000_000;

  private static final int FEW_ITERATIONS = 20;
  private static final int EVERY_WITH_DEFAULT = 25_000;

  /** Of "lètmein", as all of these; from Django's own test_hashers.py, or made by Django 5.2. */
  static final String PBKDF2 = ImportBench.HASH;

  /** By their usernames. */
  static final Map<String, String> LETMEIN =
      new TreeMap<>(
          Map.of(
              "bcrypt",
              "bcrypt$$2b$04$CCCCCCCCCCCCCCCCCCCCC.gkH6UnjS0HnlIFKPrxOxecnCGXTwVua",
              "bcryptsha256",
              "bcrypt_sha256$$2b$04$CCCCCCCCCCCCCCCCCCCCC.3TTwpC5Bwj7ds9p/UadWA7yfctaiUsS",
              "argon2",
              "argon2$argon2id$v=19$m=102400,t=2,p=8$c2Vhc2FsdHNlYXNhbHQ"
                  + "$5X8M3A6KY2o98xsl1DnfJpaxc9OdBrgUbl3HjifV1qo",
              "phc",
              "$argon2id$v=19$m=102400,t=2,p=8$c2Vhc2FsdHNlYXNhbHQ"
                  + "$5X8M3A6KY2o98xsl1DnfJpaxc9OdBrgUbl3HjifV1qo",
              "scrypt",
              "scrypt$16384$seasalt$8$5$ECMIUp+LMxMSK8xB/IVyba+KYGTI7FTnet025q/1f/vB"
                  + "AVnnP3hdYqJuRi+mJn6ji6ze3Fbb7JEFPKGpuEf5vw==",
              "plain2y",
              "$2y$04$CCCCCCCCCCCCCCCCCCCCC.gkH6UnjS0HnlIFKPrxOxecnCGXTwVua",
              "plain2b",
              "$2b$04$CCCCCCCCCCCCCCCCCCCCC.gkH6UnjS0HnlIFKPrxOxecnCGXTwVua",
              "pbkdf2",
              PBKDF2));

  /** Django hashes what it is sent: this password is not NFC. */
  static final String DECOMPOSED = "A\u030angstro\u0308m zieht nach Norden";

  private static final String OF_DECOMPOSED =
      "pbkdf2_sha256$1000$seasalt$S1pl9RQXXOyVclJJJ/DgK6NFisgzYooS93KjkO6AVic=";

  private DjangoUsers() {}

  static String username(int number) {
    return "user" + number;
  }

  static String password(int number) {
    return "old password " + number;
  }

  /**
   * Many, some of each kind beyond them, and one bad line at last.
   *
   * @return what is to be in the rows of the good ones, by their usernames
   */
  static Map<String, String> write(Path file) throws IOException {
    Map<String, String> rows = new HashMap<>();
    try (Writer out = Files.newBufferedWriter(file, UTF_8)) {
      out.write("id,username,email,name,password_hash,is_active,is_staff,date_joined\r\n");
      for (int i = 1; i <= MANY; i++) {
        int iterations = i % EVERY_WITH_DEFAULT == 0 ? DEFAULT_ITERATIONS : FEW_ITERATIONS;
        write(out, rows, username(i), pbkdf2(password(i), "salt" + i, iterations));
      }
      for (Map.Entry<String, String> user : LETMEIN.entrySet()) {
        write(out, rows, user.getKey(), user.getValue());
      }
      write(out, rows, "decomposed", OF_DECOMPOSED);
      out.write(line("disabled", PBKDF2, "False,False"));
      rows.put("disabled", row("disabled", "user DISABLED", PBKDF2));
      out.write(line("staff", PBKDF2, "True,True"));
      rows.put("staff", row("staff", "admin user ACTIVE", PBKDF2));
      out.write(line("unusable", "!j5SZvzySSdvhL3otO62DaHH3HZ7xWGUmFvValLCX", "True,False"));
      rows.put("unusable", row("unusable", "user ACTIVE", "!"));
      out.write(
          line("unknown", "sha1$seasalt$fec3530984afba6bade3347b7140d1a7da7da8c7", "True,False"));
    }
    return rows;
  }

  private static void write(Writer out, Map<String, String> rows, String username, String hash)
      throws IOException {
    out.write(line(username, hash, "True,False"));
    rows.put(username, row(username, "user ACTIVE", hash));
  }

  private static String line(String username, String hash, String flags) {
    return "7,%s,%s@users.example,\"Some, %s\",\"%s\",%s,2019-03-01 10:20:30.123456+00:00\r\n"
        .formatted(username, username, username, hash, flags);
  }

  private static String row(String username, String rolesAndState, String hash) {
    return username + "@users.example Some, " + username + " " + rolesAndState + " " + hash;
  }

  private static String pbkdf2(String password, String salt, int iterations) {
    PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt.getBytes(UTF_8), iterations, 256);
    try {
      byte[] key =
          SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
      return "pbkdf2_sha256$%d$%s$%s"
          .formatted(iterations, salt, Base64.getEncoder().encodeToString(key));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
