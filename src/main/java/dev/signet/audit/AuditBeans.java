package dev.signet.audit;

import dev.signet.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the values of this package that CDI hands out. */
@ApplicationScoped
class AuditBeans {

  @Produces
  @Singleton
  AuditKey key() {
    return AuditKey.ofProcess();
  }

  @Produces
  @Singleton
  AuditChain chain(AuditKey key) {
    return key.chain();
  }

  @Produces
  @Singleton
  AuditSettings settings(Settings settings) {
    return AuditSettings.from(settings);
  }
}
