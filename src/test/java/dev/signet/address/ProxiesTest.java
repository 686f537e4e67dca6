package dev.signet.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.signet.platform.CannotStart;
import dev.signet.platform.TestSettings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is believed, and what of it. Two proxies stand at 10.0.0.1 and 10.0.0.2. */
class ProxiesTest {

  private static final String PEER = "10.0.0.1";

  private static final Proxies NONE = Proxies.from(TestSettings.shipped());
  private static final Proxies LISTS = proxies("X-Forwarded-For");
  private static final Proxies ELEMENTS = proxies("Forwarded");

  @Test
  void areNoneByDefault() {
    assertThat(NONE.client(PEER, List.of("192.0.2.1"))).isEqualTo(PEER);
    assertThat(NONE.client("127.0.0.1", List.of("192.0.2.1"))).isEqualTo("127.0.0.1");
  }

  @Test
  void areBelievedByTheirAddressAlone() {
    assertThat(LISTS.client(PEER, List.of("192.0.2.1"))).isEqualTo("192.0.2.1");
    assertThat(LISTS.client("10.1.0.1", List.of("192.0.2.1"))).isEqualTo("10.1.0.1");
    assertThat(LISTS.client("2001:db8:a::7", List.of("192.0.2.1"))).isEqualTo("192.0.2.1");
    assertThat(LISTS.client("2001:db8:b::7", List.of("192.0.2.1"))).isEqualTo("2001:db8:b::7");
  }

  @Test
  void mayBeSilent() {
    assertThat(LISTS.client(PEER, List.of())).isEqualTo(PEER);
    assertThat(ELEMENTS.client(PEER, List.of())).isEqualTo(PEER);
  }

  /** What a client has written before the proxy did is on the left. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "192.0.2.1                          | 192.0.2.1",
        "203.0.113.9, 192.0.2.1             | 192.0.2.1",
        "203.0.113.9, 192.0.2.1, 10.0.0.2   | 192.0.2.1",
        "10.0.0.9,10.0.0.2                  | 10.0.0.9",
        "garbage, 192.0.2.1                 | 192.0.2.1",
        "192.0.2.1, garbage                 | 10.0.0.1",
        "192.0.2.1, garbage, 10.0.0.2       | 10.0.0.2",
        "192.0.2.1, , 10.0.0.2              | 10.0.0.2",
        "192.0.2.1,                         | 10.0.0.1",
        "unknown                            | 10.0.0.1",
        "_hidden, 10.0.0.2                  | 10.0.0.2",
        "192.0.2.1:4711                     | 192.0.2.1",
        "[2001:DB8:0:0::1]:4711             | 2001:db8::1",
        "[2001:db8::1]                      | 2001:db8::1",
        "2001:db8::1                        | 2001:db8::1",
        "::ffff:192.0.2.1                   | 192.0.2.1",
        "192.0.2.1, ::ffff:10.0.0.2         | 192.0.2.1",
        "fe80::1%eth0                       | 10.0.0.1",
        "192.0.2.0/24                       | 10.0.0.1",
        "192.0.2                            | 10.0.0.1",
        "0xC0000201                         | 10.0.0.1",
        "3221225985                         | 10.0.0.1",
        "192.0.2.*                          | 10.0.0.1",
        "192.0.2.1-9                        | 10.0.0.1",
        "localhost                          | 10.0.0.1",
        "*                                  | 10.0.0.1",
      })
  void areAskedFromTheRight(String header, String client) {
    assertThat(LISTS.client(PEER, List.of(header))).isEqualTo(client);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "for=192.0.2.1                                          | 192.0.2.1",
        "For=192.0.2.1;proto=https;by=10.0.0.1                  | 192.0.2.1",
        "by=10.0.0.1; for=192.0.2.1                             | 192.0.2.1",
        "for=203.0.113.9, for=192.0.2.1, for=10.0.0.2           | 192.0.2.1",
        "for=\"192.0.2.1:4711\"                                 | 192.0.2.1",
        "for=\"[2001:db8::1]:4711\"                             | 2001:db8::1",
        "for=\"[2001:db8::1]:_port\", for=10.0.0.2              | 2001:db8::1",
        "for=\"\\1\\92.0.2.1\"                                  | 192.0.2.1",
        "for=192.0.2.1;ext=\"a, b; for=9.9.9.9\"                | 192.0.2.1",
        "for=unknown                                            | 10.0.0.1",
        "for=\"_hidden\", for=10.0.0.2                          | 10.0.0.2",
        "for=192.0.2.1, proto=https                             | 10.0.0.1",
        "for=192.0.2.1;for=192.0.2.2                            | 10.0.0.1",
        "for=192.0.2.1, garbage                                 | 10.0.0.1",
        "192.0.2.1                                              | 10.0.0.1",
        "for=[2001:db8::1]                                      | 10.0.0.1",
        "for=\", for=192.0.2.1                                  | 192.0.2.1",
        "for=\", for=\"[2001:db8::1]\"                          | 2001:db8::1",
        "for=\"x, for=\"[2001:db8::1]:1\";by=\"[2001:db8::2]\"  | 2001:db8::1",
      })
  void areUnderstoodByTheStandardToo(String header, String client) {
    assertThat(ELEMENTS.client(PEER, List.of(header))).isEqualTo(client);
  }

  @Test
  void mayWriteLinesOfTheirOwn() {
    assertThat(LISTS.client(PEER, List.of("203.0.113.9", "192.0.2.1", "10.0.0.2")))
        .isEqualTo("192.0.2.1");
  }

  @Test
  void areBelievedWithAllThatAClientHasWrittenBefore() {
    for (String junk : List.of(",", "\"", "a=b,", "for=\"", "for=\"x,", "\\")) {
      String written = junk.repeat(200_000);
      assertThat(LISTS.client(PEER, List.of(written + ",192.0.2.1"))).isEqualTo("192.0.2.1");
      assertThat(ELEMENTS.client(PEER, List.of(written, "for=192.0.2.1"))).isEqualTo("192.0.2.1");
    }
  }

  @Test
  void areNotAskedForTheInterfaceOfTheirConnection() {
    assertThat(NONE.client("fe80:0:0:0:0:0:0:1%2", List.of())).isEqualTo("fe80::1");
    assertThat(NONE.client("0:0:0:0:0:0:0:1", List.of())).isEqualTo("::1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"localhost", "proxy.example.org", "10.0.0.0/33", "10.0.0.1,", "*", "/8", "10.0"})
  void mustBeAddresses(String trusted) {
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> Proxies.from(TestSettings.with("signet.proxy.trusted", trusted)))
        .withMessageStartingWith("signet.proxy.trusted is wrong");
  }

  @Test
  void mustSayItInAHeaderThatIsKnown() {
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> Proxies.from(TestSettings.with("signet.proxy.header", "X-Real-IP")))
        .withMessage("signet.proxy.header is wrong: expected one of [Forwarded, X-Forwarded-For].");
  }

  private static Proxies proxies(String header) {
    return Proxies.from(
        TestSettings.with(
            Map.of(
                "signet.proxy.trusted",
                "10.0.0.0/24, 2001:db8:a::/48",
                "signet.proxy.header",
                header)));
  }
}
