package dev.signet.address;

import inet.ipaddr.AddressStringException;
import inet.ipaddr.AddressStringParameters.RangeParameters;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The texts that addresses are written in. None of them is ever resolved as a name. */
public final class ClientAddress {

  /** What one household or one machine is given of IPv6 (RFC 6177). */
  private static final int NETWORK_BITS = 64;

  /** Of RFC 7239 §6: an address and a port, which may be obfuscated. */
  private static final Pattern WITH_PORT =
      Pattern.compile("\\[([^\\]]*)\\](?::[\\w.-]+)?|([\\d.]+)(?::[\\w.-]+)?");

  private static final IPAddressStringParameters ADDRESS = parameters(false);
  private static final IPAddressStringParameters RANGE = parameters(true);

  private ClientAddress() {}

  /** Of a connection: its address may name the interface that it came by. */
  static Optional<IPAddress> ofPeer(String text) {
    return parsed(text.replaceFirst("%.*", ""), ADDRESS);
  }

  /** Of a hop in a header. */
  static Optional<IPAddress> ofNode(String text) {
    Matcher withPort = WITH_PORT.matcher(text);
    if (!withPort.matches()) {
      return parsed(text, ADDRESS);
    }
    return parsed(withPort.group(withPort.group(1) == null ? 2 : 1), ADDRESS);
  }

  /** An address or a range of them, {@code 10.0.0.0/8}. */
  static Optional<IPAddress> ofRange(String text) {
    return parsed(text, RANGE).map(IPAddress::toPrefixBlock);
  }

  /** By what the clients at an address are counted: an IPv6 client has as many as it likes. */
  public static String network(String address) {
    return ofPeer(address)
        .map(known -> known.isIPv6() ? known.toPrefixBlock(NETWORK_BITS) : known)
        .map(IPAddress::toCanonicalString)
        .orElse(address);
  }

  /** What looks like IPv6 and is IPv4 is IPv4 (RFC 4291 §2.5.5.2). */
  private static Optional<IPAddress> parsed(String text, IPAddressStringParameters allowed) {
    try {
      IPAddress address = new IPAddressString(text, allowed).toAddress();
      boolean mapped = address.isIPv6() && address.toIPv6().isIPv4Mapped();
      return Optional.of(mapped ? address.toIPv6().getEmbeddedIPv4Address() : address);
    } catch (AddressStringException noAddress) {
      return Optional.empty();
    }
  }

  private static IPAddressStringParameters parameters(boolean range) {
    return new IPAddressStringParameters.Builder()
        .allowEmpty(false)
        .allowAll(false)
        .allowSingleSegment(false)
        .allowPrefix(range)
        .allowMask(false)
        .allowPrefixOnly(false)
        .allowWildcardedSeparator(false)
        .getIPv4AddressParametersBuilder()
        .allow_inet_aton(false)
        .allowBinary(false)
        .setRangeOptions(RangeParameters.NO_RANGE)
        .getParentBuilder()
        .getIPv6AddressParametersBuilder()
        .allowZone(false)
        .allowBase85(false)
        .allowBinary(false)
        .setRangeOptions(RangeParameters.NO_RANGE)
        .getParentBuilder()
        .toParams();
  }
}
