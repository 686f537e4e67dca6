package dev.signet.mail;

import dev.signet.database.Database;
import dev.signet.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;

/** Makes the values of this package that CDI hands out. */
@ApplicationScoped
class MailBeans {

  private static final System.Logger LOG = System.getLogger(MailBeans.class.getName());

  @Produces
  @Singleton
  MailSettings settings(Settings settings) {
    return MailSettings.from(settings);
  }

  @Produces
  @Singleton
  Templates templates(MailSettings settings) {
    return new Templates(settings.serviceName());
  }

  @Produces
  @Singleton
  Delivery delivery(MailSettings settings) {
    if (settings.smtp().isPresent()) {
      return new SmtpDelivery(settings.smtp().get());
    }
    Optional<Path> beside = Database.ofProcess().directory();
    Path folder =
        settings
            .folder()
            .orElseGet(
                () -> beside.orElse(Path.of("signet-data")).resolve("outbox").toAbsolutePath());
    LOG.log(
        beside.isPresent() ? System.Logger.Level.INFO : System.Logger.Level.WARNING,
        "No mail server is set (signet.mail.host): each mail is a file in {0}",
        folder);
    return new FolderDelivery(folder);
  }
}
