package dev.signet.subject;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the values of this package that CDI hands out. */
@ApplicationScoped
class SubjectBeans {

  @Produces
  @Singleton
  Subjects subjects() {
    return SubjectKey.ofProcess().subjects();
  }

  @Produces
  @Singleton
  ClientSessionIds clientSessionIds() {
    return SubjectKey.ofProcess().clientSessionIds();
  }
}
