package dev.signet.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.signet.cookie.Forgeries;
import dev.signet.problem.Problem;
import dev.signet.problem.ProblemException;
import dev.signet.token.Caller;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.SecurityContext;
import java.lang.reflect.Proxy;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AccessFilterTest {

  private static final Principal JANE = () -> "jane";

  private final Caller caller = new Caller();

  @Test
  void letsThroughWhoHasOneOfTheRoles() {
    assertThatNoException().isThrownBy(() -> filter("admin", "user").filter(request(JANE, "user")));
  }

  @Test
  void asksNobodyForAToken() {
    refuse(null, Problem.NOT_AUTHENTICATED, "user");
  }

  /** The container's word for nobody may differ; without a principal a role counts for nothing. */
  @Test
  void asksNobodyForATokenWhateverHisRoles() {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> filter("user").filter(request(null, "user")))
        .withMessage("NOT_AUTHENTICATED[]");
  }

  @Test
  void saysWhyTheTokenWasRefused() {
    caller.refuse(Problem.USER_INACTIVE.refusal());
    refuse(null, Problem.USER_INACTIVE, "user");
  }

  @Test
  void forbidsSomebodyElse() {
    refuse(JANE, Problem.PERMISSION_DENIED, "admin");
  }

  @Test
  void forbidsEverybodyWhatIsForNobody() {
    refuse(JANE, Problem.PERMISSION_DENIED);
  }

  private void refuse(@Nullable Principal principal, Problem problem, String... needed) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> filter(needed).filter(request(principal, "user-but-not-needed")))
        .satisfies(refusal -> assertThat(refusal.problem()).isEqualTo(problem));
  }

  private AccessFilter filter(String... needed) {
    return new AccessFilter(new Access(false, List.of(needed)), caller, new Forgeries());
  }

  private static ContainerRequestContext request(@Nullable Principal principal, String... roles) {
    SecurityContext security = new Security(principal, List.of(roles));
    return (ContainerRequestContext)
        Proxy.newProxyInstance(
            AccessFilterTest.class.getClassLoader(),
            new Class<?>[] {ContainerRequestContext.class},
            (self, method, arguments) -> security);
  }

  private record Security(@Nullable Principal principal, List<String> roles)
      implements SecurityContext {

    @Override
    public @Nullable Principal getUserPrincipal() {
      return principal;
    }

    @Override
    public boolean isUserInRole(String role) {
      return roles.contains(role);
    }

    @Override
    public boolean isSecure() {
      return false;
    }

    @Override
    public String getAuthenticationScheme() {
      return "MP-JWT";
    }
  }
}
