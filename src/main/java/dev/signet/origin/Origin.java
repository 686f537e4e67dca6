package dev.signet.origin;

import dev.signet.address.ClientAddress;

/**
 * Where a request came from.
 *
 * @param ip the address of the client, which is the peer's unless a proxy that is trusted says
 *     otherwise
 * @param userAgent what the client calls itself, cut to a length that a row takes; empty when it
 *     says nothing
 * @param device what the client shows of its logins before; empty when it shows nothing, or a novel
 */
public record Origin(String ip, String userAgent, String device) {

  private static final int LONGEST_USER_AGENT = 256;
  private static final int LONGEST_DEVICE = 1024;

  public Origin {
    userAgent = userAgent.replaceAll("\\p{Cntrl}", " ");
    userAgent = userAgent.substring(0, Math.min(userAgent.length(), LONGEST_USER_AGENT));
    device = device.length() > LONGEST_DEVICE ? "" : device;
  }

  /** Of a client that shows nothing. */
  public Origin(String ip, String userAgent) {
    this(ip, userAgent, "");
  }

  /** By what clients are counted: their address, or of IPv6 the network that it is in. */
  public String network() {
    return ClientAddress.network(ip);
  }

  /** Shows nothing of the device, wherever it is printed. */
  @Override
  public String toString() {
    return "Origin[" + ip + ", " + userAgent + "]";
  }
}
