package dev.signet.guard;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AccessTest {

  @Test
  void isWhatTheMethodSays() {
    assertThat(of(Decided.class, "everybody")).contains(new Access(true, List.of()));
    assertThat(of(Decided.class, "nobody")).contains(new Access(false, List.of()));
    assertThat(of(Decided.class, "some")).contains(new Access(false, List.of("user", "admin")));
  }

  @Test
  void isWhatTheClassSaysWhereTheMethodSaysNothing() {
    assertThat(of(Decided.class, "silent")).contains(new Access(false, List.of("staff")));
  }

  @Test
  void isUndecidedWhereNeitherSaysAnything() {
    assertThat(of(Undecided.class, "silent")).isEmpty();
  }

  /** Whoever writes two contradicting annotations gets the stricter one. */
  @Test
  void isForNobodyWhereThatIsSaidToo() {
    assertThat(of(Undecided.class, "torn")).contains(new Access(false, List.of()));
  }

  @Test
  void letsInWhoHasOneOfTheRoles() {
    Access some = new Access(false, List.of("user", "admin"));

    assertThat(some.lets("admin"::equals)).isTrue();
    assertThat(some.lets("staff"::equals)).isFalse();
    assertThat(new Access(false, List.of()).lets(role -> true)).isFalse();
  }

  /** Whatever the server makes of that. */
  @Test
  void letsInWhoeverIsLoggedIn() {
    assertThat(new Access(false, List.of("**")).lets(role -> false)).isTrue();
  }

  private static Optional<Access> of(Class<?> resource, String method) {
    try {
      return Access.of(resource.getDeclaredMethod(method), resource);
    } catch (NoSuchMethodException renamed) {
      throw new IllegalStateException(renamed);
    }
  }

  @RolesAllowed("staff")
  static class Decided {
    @PermitAll
    void everybody() {}

    @DenyAll
    void nobody() {}

    @RolesAllowed({"user", "admin"})
    void some() {}

    void silent() {}
  }

  static class Undecided {
    void silent() {}

    @PermitAll
    @DenyAll
    @RolesAllowed("user")
    void torn() {}
  }
}
