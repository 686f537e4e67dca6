package dev.signet.startup;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.example.post.PostResource;
import dev.signet.wire.Eventually;
import dev.signet.wire.Overlay;
import dev.signet.wire.Person;
import dev.signet.wire.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A mail that a node dies with, and one without a mail server. */
@Tag("startup")
class MailFolderIT {

  private static final String LINK = "https://signet.example/verify-email?token=find-me-in-a-file";

  private final Path folder = ServerProcess.folder("mail-folder");
  private final Path outbox = folder.resolve("signet-data/outbox");
  private final Path war = Overlay.warWithPackageOf(folder, PostResource.class);
  private final String kim = Person.stranger().email();
  private final String lee = Person.stranger().email();

  /** The first mail server never answers: the node is killed while it waits. */
  @Test
  void surviveTheirNodeAndBecomeFilesWithoutAMailServer() throws Exception {
    try (ServerSocket mute = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Socket taken;
      try (ServerProcess server = ServerProcess.start(folder, war, at(mute)).awaitReady()) {
        post(server, kim);
        taken = mute.accept();
      }
      taken.close();
    }

    assertThat(waitingMails()).hasSize(1).allMatch(MailFolderIT::isSealed);
    try (Stream<Path> files = Files.list(folder.resolve("signet-data"))) {
      assertThat(files.filter(Files::isRegularFile).map(MailFolderIT::content))
          .isNotEmpty()
          .allMatch(MailFolderIT::isSealed);
    }

    try (ServerProcess server = ServerProcess.start(folder, war, Map.of()).awaitReady()) {
      post(server, lee);

      List<Path> files = Eventually.get(this::mails, mails -> mails.size() == 2);

      assertThat(files.stream().map(MailFolderIT::content))
          .anyMatch(mail -> mail.contains("To: " + kim + "\r\n") && mail.contains(LINK))
          .anyMatch(mail -> mail.contains("To: " + lee + "\r\n") && mail.contains(LINK));
      assertThat(permissions(outbox)).isEqualTo("rwx------");
      assertThat(permissions(files.get(0))).isEqualTo("rw-------");
      server.awaitLog("each mail is a file in " + outbox);
      files.forEach(file -> server.awaitLog("A mail is in " + file));
      assertThat(isSealed(server.log())).isTrue();
    }
  }

  private static Map<String, String> at(ServerSocket mute) {
    return Map.of(
        "SIGNET_MAIL_HOST", "127.0.0.1",
        "SIGNET_MAIL_PORT", Integer.toString(mute.getLocalPort()),
        "SIGNET_MAIL_FROM", "signet@example.org",
        "SIGNET_MAIL_CONNECT_TIMEOUT", "PT0.5S",
        "SIGNET_MAIL_TIMEOUT", "PT1S");
  }

  private static void post(ServerProcess server, String address) {
    Map<String, String> letter =
        Map.of("email", address, "language", "en", "name", "Kim", "link", LINK);
    assertThat(server.post("/api/post", letter).status()).isEqualTo(204);
  }

  /** Neither the link nor the address can be read. */
  private static boolean isSealed(String text) {
    return !text.contains("find-me-in-a-file") && !text.contains("@example.org");
  }

  private List<String> waitingMails() throws SQLException {
    String url = "jdbc:h2:file:" + folder.resolve("signet-data/signet") + ";MODE=PostgreSQL";
    try (Connection connection = DriverManager.getConnection(url, "", "");
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select content from outbox")) {
      List<String> contents = new ArrayList<>();
      while (row.next()) {
        contents.add(row.getString(1));
      }
      return contents;
    }
  }

  private List<Path> mails() {
    if (!Files.exists(outbox)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(outbox)) {
      return files.filter(file -> file.toString().endsWith(".eml")).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String content(Path file) {
    try {
      return Files.readString(file, ISO_8859_1);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
