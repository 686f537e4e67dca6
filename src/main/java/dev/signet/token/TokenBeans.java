package dev.signet.token;

import dev.signet.claim.AccessTokenClaims;
import dev.signet.claim.Contributions;
import dev.signet.claim.LoginAnswerMembers;
import dev.signet.key.TokenSignatures;
import dev.signet.platform.Settings;
import dev.signet.subject.Subjects;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Makes the values of this package that CDI hands out. */
@ApplicationScoped
class TokenBeans {

  @Produces
  @Singleton
  TokenSettings settings(Settings settings) {
    return TokenSettings.from(settings);
  }

  @Produces
  @Singleton
  TokenMint mint(
      TokenSignatures signatures,
      TokenSettings settings,
      Contributions<AccessTokenClaims> contributions,
      Contributions<LoginAnswerMembers> members,
      Subjects subjects) {
    return new TokenMint(signatures, settings, contributions, members, subjects);
  }

  @Produces
  @Singleton
  TokenReader reader(
      TokenSignatures signatures, TokenSettings settings, Subjects subjects, Clock clock) {
    return new TokenReader(signatures, settings, subjects, clock);
  }
}
