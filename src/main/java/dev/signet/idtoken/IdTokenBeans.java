package dev.signet.idtoken;

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
      ClientSessionIds sessionIds) {
    return new IdTokens(settings.text("signet.issuer"), signatures, subjects, sessionIds);
  }
}
