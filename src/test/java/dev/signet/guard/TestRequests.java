package dev.signet.guard;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.List;

/** Requests that say only with which authority they come. */
final class TestRequests {

  private TestRequests() {}

  static HttpServletRequest with(String... authorization) {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            TestRequests.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (self, method, arguments) -> answer(method.getName(), arguments, authorization));
  }

  private static Object answer(String method, Object[] arguments, String... authorization) {
    boolean ours = "Authorization".equalsIgnoreCase("" + arguments[0]);
    return switch (method) {
      case "getHeaders" ->
          Collections.enumeration(ours ? List.of(authorization) : List.of("other"));
      case "getHeader" -> ours ? authorization[0] : "other";
      default -> throw new UnsupportedOperationException(method);
    };
  }
}
