package dev.signet.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * A request whose connection is cut, as by a train that enters a tunnel: nobody reads the answer.
 */
public final class CutRequest implements AutoCloseable {

  private final Socket socket;
  private final byte[] body;

  private CutRequest(Socket socket, byte[] body) throws IOException {
    this.socket = socket;
    this.body = body;
    socket.setSoLinger(true, 0);
  }

  /** Sends the head of a request. */
  public static CutRequest post(String path, String json) {
    int port = Integer.getInteger("it.http.port");
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    String head =
        """
        POST /signet%s HTTP/1.1\r
        Host: 127.0.0.1:%d\r
        Content-Type: application/json\r
        Content-Length: %d\r
        \r
        """
            .formatted(path, port, body.length);
    try {
      Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      return new CutRequest(socket, body);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Sends that many bytes of the body. */
  public void send(int length) {
    try {
      socket.getOutputStream().write(body, 0, length);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  public void sendAll() {
    send(body.length);
  }

  /** Cuts the connection: all that the server hears is a reset. */
  public void cut() {
    try {
      socket.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public void close() {
    cut();
  }
}
