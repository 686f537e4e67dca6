package dev.signet.guard;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.junit.jupiter.api.Test;

class DenyByDefaultTest {

  @Test
  void findsNothingWhereEveryMethodIsDecided() {
    assertThat(DenyByDefault.undecidedIn(Decided.class)).isEmpty();
    assertThat(DenyByDefault.undecidedIn(DecidedAsAWhole.class)).isEmpty();
  }

  @Test
  void findsEveryMethodThatWasForgotten() {
    assertThat(DenyByDefault.undecidedIn(Forgotten.class))
        .containsExactlyInAnyOrder(
            Forgotten.class.getName() + ".read",
            Forgotten.class.getName() + ".brew",
            Forgotten.class.getName() + ".located");
  }

  @Test
  void findsWhatIsInherited() {
    assertThat(DenyByDefault.undecidedIn(Heir.class))
        .containsExactly(Heir.class.getName() + ".read");
  }

  @Retention(RetentionPolicy.RUNTIME)
  @HttpMethod("BREW")
  private @interface Brew {}

  /** Planted. */
  @Path("x")
  public static class Decided {
    @GET
    @PermitAll
    public void read() {}

    @POST
    @RolesAllowed("user")
    public void write() {}

    @DELETE
    @DenyAll
    public void delete() {}

    public void help() {}
  }

  /** Planted. */
  @Path("x")
  @RolesAllowed("admin")
  public static class DecidedAsAWhole {
    @GET
    public void read() {}
  }

  /** Planted. */
  @Path("x")
  public static class Forgotten {
    @GET
    public void read() {}

    @Brew
    public void brew() {}

    @GET
    @Path("y")
    public void located() {}

    @POST
    @PermitAll
    public void write() {}
  }

  /** Planted. */
  public static class Parent {
    @GET
    public void read() {}
  }

  /** Planted. */
  @Path("x")
  public static class Heir extends Parent {}
}
