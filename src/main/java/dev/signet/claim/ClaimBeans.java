package dev.signet.claim;

import dev.signet.platform.CannotStart;
import dev.signet.platform.Settings;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.util.function.Supplier;

/** Makes the values of this package that CDI hands out. */
@ApplicationScoped
class ClaimBeans {

  @Produces
  @Singleton
  ContributionSettings settings(Settings settings) {
    return ContributionSettings.from(settings);
  }

  @Produces
  @Singleton
  AccessTokenClaims configuredClaims(ContributionSettings settings) {
    return new ConfiguredAttributes(settings.claims());
  }

  @Produces
  @Singleton
  LoginAnswerMembers configuredMembers(ContributionSettings settings) {
    return new ConfiguredAttributes(settings.members());
  }

  @Produces
  @Singleton
  Contributions<AccessTokenClaims> claims(
      ContributionSettings settings, @Any Instance<AccessTokenClaims> contributors) {
    return logged(() -> Contributions.claims(settings.renamed(), contributors.stream().toList()));
  }

  @Produces
  @Singleton
  Contributions<LoginAnswerMembers> members(@Any Instance<LoginAnswerMembers> contributors) {
    return logged(() -> Contributions.members(contributors.stream().toList()));
  }

  @Produces
  @Singleton
  Contributions<UserInfoClaims> userInfo(@Any Instance<UserInfoClaims> contributors) {
    return logged(() -> Contributions.userInfo(contributors.stream().toList()));
  }

  /**
   * Makes them now and not at the first login: a contributor that wants too much stops the
   * deployment, before anything of it runs.
   */
  void check(
      @Observes
          @Initialized(ApplicationScoped.class)
          @Priority(Interceptor.Priority.PLATFORM_BEFORE)
          Object application,
      Contributions<AccessTokenClaims> claims,
      Contributions<LoginAnswerMembers> members,
      Contributions<UserInfoClaims> userInfo) {}

  private static <T> T logged(Supplier<T> made) {
    try {
      return made.get();
    } catch (CannotStart mistake) {
      throw mistake.logged();
    }
  }
}
