package dev.signet.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.cookie.FromAnywhere;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.junit.jupiter.api.Test;

class AccessFeatureTest {

  @Test
  void takesAFormFromOurPagesOnly() {
    assertThat(isOurForm(Page.class, "form")).isTrue();
    assertThat(isOurForm(Page.class, "link")).isFalse();
    assertThat(isOurForm(Api.class, "form")).isFalse();
  }

  /** Whoever forgets to say what he answers has not opened a door by that. */
  @Test
  void takesNoFormFromAnywhereThatDoesNotSaySo() {
    assertThat(isOurForm(Endpoint.class, "form")).isTrue();
    assertThat(isOurForm(Endpoint.class, "fromAnywhere")).isFalse();
  }

  private static boolean isOurForm(Class<?> resource, String method) {
    try {
      return AccessFeature.isOurForm(resource.getDeclaredMethod(method), resource);
    } catch (NoSuchMethodException renamed) {
      throw new IllegalStateException(renamed);
    }
  }

  @Produces(MediaType.TEXT_HTML)
  static class Page {
    @GET
    void link() {}

    @POST
    void form() {}
  }

  @Produces(MediaType.APPLICATION_JSON)
  static class Api {
    @POST
    void form() {}
  }

  static class Endpoint {
    @POST
    void form() {}

    @POST
    @FromAnywhere
    void fromAnywhere() {}
  }
}
