package dev.signet.cookie;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestSourceTest {

  private static final URI ISSUER = URI.create("https://auth.example.org/signet");

  @ParameterizedTest
  @CsvSource({
    "same-origin,,OURS",
    "none,,OURS",
    "same-site,,FOREIGN",
    "cross-site,,FOREIGN",
    "something,,FOREIGN",
    "cross-site,https://auth.example.org,FOREIGN",
    "same-origin,null,OURS",
    ",https://auth.example.org,OURS",
    ",http://node1:8080,OURS",
    ",https://node1:8080,OURS",
    ",http://auth.example.org,FOREIGN",
    ",https://auth.example.org:8443,FOREIGN",
    ",https://auth.example.org.evil.example,FOREIGN",
    ",https://evil.example,FOREIGN",
    ",http://node1:8081,FOREIGN",
    ",null,FOREIGN",
    ",'',FOREIGN",
    ",,UNKNOWN"
  })
  void isJudgedByWhatTheBrowserSays(
      @Nullable String site, @Nullable String origin, RequestSource source) {
    Map<String, @Nullable String> headers = new HashMap<>();
    headers.put("Sec-Fetch-Site", site);
    headers.put("Origin", origin);
    headers.put("Host", "node1:8080");

    assertThat(RequestSource.of(with(headers), ISSUER)).isEqualTo(source);
  }

  private static HttpServletRequest with(Map<String, @Nullable String> headers) {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            RequestSourceTest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (self, method, arguments) -> headers.get(String.valueOf(arguments[0])));
  }
}
