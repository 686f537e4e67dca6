package dev.signet.guard;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Who may call a resource method, as its annotations say (Jakarta Annotations §2.10); the method's
 * count before its class'.
 *
 * @param everybody whether no token is needed
 * @param roles of which one is needed otherwise
 */
record Access(boolean everybody, List<String> roles) {

  /** Who has shown a token, whatever his roles (Jakarta Servlet 6.0 §13.3). */
  private static final String WHOEVER_IS_LOGGED_IN = "**";

  /** Empty for a method about which nobody has decided. */
  static Optional<Access> of(Method method, Class<?> resource) {
    return of(method).or(() -> of(resource));
  }

  /** Whether one of the roles is there of somebody who has shown a token. */
  boolean lets(Predicate<String> hasRole) {
    return roles.stream().anyMatch(role -> role.equals(WHOEVER_IS_LOGGED_IN) || hasRole.test(role));
  }

  private static Optional<Access> of(AnnotatedElement element) {
    if (element.isAnnotationPresent(DenyAll.class)) {
      return Optional.of(new Access(false, List.of()));
    }
    if (element.isAnnotationPresent(PermitAll.class)) {
      return Optional.of(new Access(true, List.of()));
    }
    return Optional.ofNullable(element.getAnnotation(RolesAllowed.class))
        .map(allowed -> new Access(false, List.of(allowed.value())));
  }
}
