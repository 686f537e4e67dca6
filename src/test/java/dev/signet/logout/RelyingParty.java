package dev.signet.logout;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A client that is told of logouts, while it is there. */
final class RelyingParty implements AutoCloseable {

  private static final String PREFIX = "logout_token=";

  private final List<String> tokens = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private volatile int status = 200;

  RelyingParty() {
    server = serving(0);
  }

  URI uri() {
    return URI.create("http://127.0.0.1:%d/logout".formatted(server.getAddress().getPort()));
  }

  /** The logout tokens that it was sent while it was well. */
  List<String> tokens() {
    return tokens;
  }

  /** From now on it answers with another status; it forgets what it is told with an error. */
  void answer(int next) {
    status = next;
  }

  void goAway() {
    server.stop(0);
  }

  /** It is there again, where it was. */
  void comeBack() {
    server = serving(server.getAddress().getPort());
  }

  private HttpServer serving(int port) {
    try {
      HttpServer created =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
      created.createContext("/logout", this::answer);
      created.start();
      return created;
    } catch (IOException unusable) {
      throw new UncheckedIOException(unusable);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII);
    if (status < 300 && body.startsWith(PREFIX)) {
      tokens.add(body.substring(PREFIX.length()));
    }
    exchange.getResponseHeaders().add("Cache-Control", "no-store");
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
