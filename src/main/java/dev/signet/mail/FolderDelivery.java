package dev.signet.mail;

import dev.signet.database.PrivateFolder;
import jakarta.mail.MessagingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Leaves messages in a folder that is its owner's alone, a file each, for want of a mail server.
 */
final class FolderDelivery implements Delivery {

  private static final System.Logger LOG = System.getLogger(FolderDelivery.class.getName());
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final Path folder;

  FolderDelivery(Path folder) {
    this.folder = folder;
  }

  /** The file appears whole; delivered again, it is the same file. */
  @Override
  public void deliver(MailMessage message) throws MessagingException, IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    message.writeTo(bytes);
    PrivateFolder.make(folder);
    String name = TIME.format(message.getSentDate().toInstant()) + "-" + message.id() + ".eml";
    Path file = folder.resolve(name);
    Path draft = Files.createTempFile(folder, "draft", null);
    try {
      writeThrough(draft, bytes.toByteArray());
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(draft);
    }
    LOG.log(System.Logger.Level.INFO, "A mail is in {0}", file);
  }

  /** What the row is removed for must be on disk. A temporary file is its owner's alone. */
  private static void writeThrough(Path file, byte[] bytes) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      ByteBuffer rest = ByteBuffer.wrap(bytes);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    }
  }
}
