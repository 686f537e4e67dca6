package dev.signet.address;

import dev.signet.platform.Settings;
import inet.ipaddr.IPAddress;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The proxies that are believed when they say from where they were asked.
 *
 * @param trusted their addresses, and ranges of them
 * @param header where they say it
 */
public record Proxies(List<IPAddress> trusted, ForwardingHeader header) {

  private static final String TRUSTED = "signet.proxy.trusted";
  private static final String HEADER = "signet.proxy.header";

  /** As much of a header as is read, from its right. */
  private static final int LONGEST = 4096;

  public Proxies {
    trusted = List.copyOf(trusted);
  }

  /** As the settings want it. */
  public static Proxies from(Settings settings) {
    List<IPAddress> trusted = new ArrayList<>();
    if (settings.optional(TRUSTED).isPresent()) {
      for (String text : settings.list(TRUSTED)) {
        trusted.add(ClientAddress.ofRange(text).orElseThrow(Proxies::noAddress));
      }
    }
    return new Proxies(trusted, header(settings));
  }

  private static RuntimeException noAddress() {
    return Settings.wrong(TRUSTED, "addresses and ranges such as 10.0.0.0/8, with commas between");
  }

  private static ForwardingHeader header(Settings settings) {
    TreeSet<String> names =
        Arrays.stream(ForwardingHeader.values())
            .map(ForwardingHeader::header)
            .collect(Collectors.toCollection(TreeSet::new));
    String name = settings.choice(HEADER, names);
    return Arrays.stream(ForwardingHeader.values())
        .filter(one -> one.header().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** From which address a request is. */
  public String client(HttpServletRequest request) {
    return client(request.getRemoteAddr(), Collections.list(request.getHeaders(header.header())));
  }

  /**
   * From which address a request is: the last one that somebody who is believed has named.
   *
   * @param peer the address of the connection
   * @param lines the header, line by line
   */
  String client(String peer, List<String> lines) {
    Optional<IPAddress> known = ClientAddress.ofPeer(peer);
    if (known.isEmpty()) {
      return peer;
    }
    IPAddress client = known.get();
    for (String node : isTrusted(client) ? header.nodes(end(lines)) : List.<String>of()) {
      Optional<IPAddress> next = ClientAddress.ofNode(node);
      if (next.isEmpty() || !isTrusted(client)) {
        break;
      }
      client = next.get();
    }
    return client.toCanonicalString();
  }

  private static String end(List<String> lines) {
    String all = String.join(",", lines);
    return all.substring(Math.max(0, all.length() - LONGEST));
  }

  private boolean isTrusted(IPAddress address) {
    return trusted.stream().anyMatch(range -> range.contains(address));
  }
}
