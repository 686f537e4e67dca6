package dev.signet.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.ConfigProvider;

/** Gives CDI the settings of the deployment. */
@ApplicationScoped
class SettingsBean {

  @Produces
  @Singleton
  Settings settings() {
    return Settings.of(ConfigProvider.getConfig());
  }
}
