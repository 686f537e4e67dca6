package dev.signet.tabular;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.util.Optional;

/** Reads on only as far as an entry may go, so that no file fills the memory. */
public final class BoundedReader extends Reader {

  /** What {@link #firstSign} says of a file without any. */
  static final int END = -1;

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private static final int LONGEST_ENTRY = 4 * 1024 * 1024;

  private final BufferedReader file;
  private int left = LONGEST_ENTRY;

  /** Of UTF-8; what is malformed is read as U+FFFD. */
  public BoundedReader(InputStream file) {
    this.file = new BufferedReader(new InputStreamReader(file, UTF_8));
  }

  /** The first character that is no space and no byte order mark; it is still to be read. */
  int firstSign() throws IOException {
    int sign = ' ';
    while (sign == BYTE_ORDER_MARK || Character.isWhitespace(sign)) {
      file.mark(1);
      sign = file.read();
    }
    if (sign != END) {
      file.reset();
    }
    return sign;
  }

  /** From here on the next entry counts. */
  void beginEntry() {
    left = LONGEST_ENTRY;
  }

  /** The next line without its end; empty at the end of the file. */
  Optional<String> line() throws IOException {
    beginEntry();
    StringBuilder line = new StringBuilder();
    int next = file.read();
    if (next == END) {
      return Optional.empty();
    }
    while (next != END && next != '\n') {
      count(1);
      line.append((char) next);
      next = file.read();
    }
    return Optional.of(line.toString());
  }

  /** Forgets a byte order mark at the beginning. */
  void skipByteOrderMark() throws IOException {
    file.mark(1);
    if (file.read() != BYTE_ORDER_MARK) {
      file.reset();
    }
  }

  @Override
  public int read(char[] buffer, int from, int length) throws IOException {
    int read = file.read(buffer, from, length);
    count(Math.max(0, read));
    return read;
  }

  private void count(int characters) throws IOException {
    left -= characters;
    if (left < 0) {
      throw new IOException("An entry of the file is too long");
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
