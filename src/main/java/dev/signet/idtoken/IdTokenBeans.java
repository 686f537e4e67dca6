package dev.signet.idtoken;

import dev.signet.claim.Contributions;
import dev.signet.claim.UserInfoClaims;
import dev.signet.key.TokenSignatures;
import dev.signet.platform.Settings;
import dev.signet.subject.ClientSessionIds;
import dev.signet.subject.Subjects;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the values of this package that CDI hands out. */
@ApplicationScoped
class IdTokenBeans {

  @Produces
  @Singleton
  IdTokens idTokens(
      Settings settings,
      TokenSignatures signatures,
      Subjects subjects,
      ClientSessionIds sessionIds,
      UserClaims userClaims) {
    String issuer = settings.text("signet.issuer");
    return new IdTokens(issuer, signatures, subjects, sessionIds, userClaims);
  }

  @Produces
  @Singleton
  UserClaims userClaims(Contributions<UserInfoClaims> contributions) {
    return new UserClaims(contributions);
  }

  @Produces
  @Singleton
  UserInfoClaims profile() {
    return StandardClaims.PROFILE;
  }

  @Produces
  @Singleton
  UserInfoClaims email() {
    return StandardClaims.EMAIL;
  }
}
