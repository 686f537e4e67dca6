package dev.signet.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate of a mail server, made on the spot, and who trusts it. */
record TestCertificate(Path keyStore) {

  private static final String PASSWORD = "changeit";

  /** For a name, such as {@code ip:127.0.0.1}. */
  static TestCertificate of(Path folder, String subject) throws Exception {
    Path file = folder.resolve("mail.p12");
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-alias",
            "mail",
            "-keyalg",
            "EC",
            "-dname",
            "CN=mail",
            "-ext",
            "san=" + subject,
            "-keystore",
            file.toString(),
            "-storepass",
            PASSWORD);
    Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
    keytool.getInputStream().readAllBytes();
    assertThat(keytool.waitFor()).isZero();
    return new TestCertificate(file);
  }

  /** Makes every GreenMail of this process show it: it reads its certificate once. */
  void use() {
    System.setProperty("greenmail.tls.keystore.file", keyStore.toString());
    System.setProperty("greenmail.tls.keystore.password", PASSWORD);
  }

  /** The properties of who trusts it and no other. */
  Properties trusted() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream file = Files.newInputStream(keyStore)) {
      store.load(file, PASSWORD.toCharArray());
    }
    KeyStore authorities = KeyStore.getInstance("PKCS12");
    authorities.load(null, null);
    authorities.setCertificateEntry("mail", store.getCertificate("mail"));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(authorities);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    Properties properties = new Properties();
    properties.put("mail.smtp.ssl.socketFactory", context.getSocketFactory());
    return properties;
  }
}
