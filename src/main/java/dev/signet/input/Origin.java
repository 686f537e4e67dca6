package dev.signet.input;

/**
 * Where a request came from.
 *
 * @param ip the address of the peer
 * @param userAgent what the peer calls itself, cut to a length that a row takes; empty when it says
 *     nothing
 */
public record Origin(String ip, String userAgent) {

  private static final int LONGEST_USER_AGENT = 256;

  public Origin {
    userAgent = userAgent.replaceAll("\\p{Cntrl}", " ");
    userAgent = userAgent.substring(0, Math.min(userAgent.length(), LONGEST_USER_AGENT));
  }
}
