package dev.signet.brand;

import dev.signet.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the values of this package that CDI hands out. */
@ApplicationScoped
class BrandBeans {

  private static final System.Logger LOG = System.getLogger(BrandBeans.class.getName());

  @Produces
  @Singleton
  PageSettings settings(Settings settings) {
    PageSettings pages = PageSettings.from(settings);
    if (!pages.folder().names().isEmpty()) {
      LOG.log(
          System.Logger.Level.INFO,
          "Files of signet.page.folder stand for ours: {0}",
          pages.folder().names());
    }
    return pages;
  }

  @Produces
  @Singleton
  Assets assets(PageSettings settings) {
    return Assets.of(settings);
  }
}
