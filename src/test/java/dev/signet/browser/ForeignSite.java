package dev.signet.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A page of another site: browsers tell {@code localhost} from {@code 127.0.0.1}. */
final class ForeignSite implements AutoCloseable {

  private final HttpServer server;
  private final byte[] page;
  private final @Nullable URI next;

  ForeignSite(String body) {
    this(body, null);
  }

  private ForeignSite(String body, @Nullable URI next) {
    this.next = next;
    page = ("<!DOCTYPE html><title>Elsewhere</title>" + body).getBytes(StandardCharsets.UTF_8);
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException unusable) {
      throw new UncheckedIOException(unusable);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  /** One that is left at once, for another. */
  static ForeignSite leadingTo(URI next) {
    return new ForeignSite("", next);
  }

  URI uri() {
    return URI.create("http://localhost:" + server.getAddress().getPort() + "/");
  }

  private void answer(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().add("Content-Type", "text/html;charset=UTF-8");
    if (next != null) {
      exchange.getResponseHeaders().add("Location", next.toString());
    }
    exchange.sendResponseHeaders(next == null ? 200 : 303, page.length);
    exchange.getResponseBody().write(page);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
