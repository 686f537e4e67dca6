package dev.signet.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** What a server listens on, at the loopback address. */
public record Ports(int http, int https, int ajp, int management, int managementHttps) {

  /** Nobody listens there now. */
  public static Ports free() {
    List<ServerSocket> sockets = new ArrayList<>();
    try {
      for (int i = 0; i < 5; i++) {
        sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
      }
      for (ServerSocket socket : sockets) {
        socket.close();
      }
    } catch (IOException none) {
      throw new UncheckedIOException(none);
    }
    List<Integer> ports = sockets.stream().map(ServerSocket::getLocalPort).toList();
    return new Ports(ports.get(0), ports.get(1), ports.get(2), ports.get(3), ports.get(4));
  }
}
