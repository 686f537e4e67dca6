package dev.signet.provisioning;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;

/** A file whose connection breaks after some bytes. */
final class BreakingStream extends FilterInputStream {

  private int left;

  BreakingStream(byte[] file, int bytes) {
    super(new ByteArrayInputStream(file));
    this.left = bytes;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int from, int length) throws IOException {
    if (left == 0) {
      throw new IOException("The connection broke");
    }
    int read = super.read(buffer, from, Math.min(length, left));
    left -= Math.max(0, read);
    return read;
  }
}
