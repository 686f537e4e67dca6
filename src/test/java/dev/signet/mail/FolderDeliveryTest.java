package dev.signet.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.mail.Letter.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderDeliveryTest {

  @TempDir Path parent;

  private final Mail mail = new Mail(TestMails.NOON);

  @Test
  void leavesAFileThatIsItsOwnersAlone() throws Exception {
    Path folder = parent.resolve("data/outbox");

    deliver(folder);

    Path file = folder.resolve("20261121T120000Z-" + mail.id() + ".eml");
    assertThat(files(folder)).containsExactly(file);
    assertThat(Files.readString(file)).contains("To: kim@example.org\r\n", TestMails.LINK);
    assertThat(permissions(file)).isEqualTo("rw-------");
    assertThat(permissions(folder)).isEqualTo("rwx------");
  }

  @Test
  void leavesOneFileHoweverOftenItIsDelivered() throws Exception {
    deliver(parent);
    deliver(parent);
    assertThat(files(parent)).hasSize(1);
  }

  private void deliver(Path folder) throws Exception {
    Letter letter = TestMails.letter(Template.VERIFY_EMAIL, Locale.ENGLISH);
    new FolderDelivery(folder).deliver(TestMails.message(letter, mail));
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
