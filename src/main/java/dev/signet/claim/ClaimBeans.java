package dev.signet.claim;

import dev.signet.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

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
    return Contributions.claims(settings.renamed(), contributors.stream().toList());
  }

  @Produces
  @Singleton
  Contributions<LoginAnswerMembers> members(@Any Instance<LoginAnswerMembers> contributors) {
    return Contributions.members(contributors.stream().toList());
  }
}
