package dev.signet.wire;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * From where the requests of the tests are: the servers believe what is said from 127.0.0.1, or all
 * of them would be counted as one client's. The range is the one for benchmarks (RFC 2544).
 */
public final class ClientAddresses {

  /** The header that says it. */
  public static final String HEADER = "X-Forwarded-For";

  private static final int ALL = 1 << 17;
  private static final AtomicInteger LATEST =
      new AtomicInteger(ThreadLocalRandom.current().nextInt(ALL));

  private ClientAddresses() {}

  /** One that no request was from for a long time. */
  public static String next() {
    int address = LATEST.incrementAndGet() & (ALL - 1);
    return "198.%d.%d.%d".formatted(18 + (address >> 16), (address >> 8) & 255, address & 255);
  }
}
