package dev.signet.link;

import java.util.UUID;

/**
 * A link that somebody shows and that is good. It is spent by {@link Links#spend}.
 *
 * @param email the address that it was mailed to
 */
public record OpenedLink(String hash, Purpose purpose, UUID accountId, String email) {

  /** Shows neither the link nor the address, wherever it is printed. */
  @Override
  public String toString() {
    return "OpenedLink[" + purpose + ", " + accountId + "]";
  }
}
