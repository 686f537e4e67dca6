package dev.signet;

import dev.signet.account.AccountSettings;
import dev.signet.address.Proxies;
import dev.signet.audit.AuditKey;
import dev.signet.audit.AuditSettings;
import dev.signet.authorization.CodeSettings;
import dev.signet.claim.ContributionSettings;
import dev.signet.client.ConfiguredClients;
import dev.signet.cookie.CookieSettings;
import dev.signet.database.Database;
import dev.signet.guard.BearerHeader;
import dev.signet.key.KeySettings;
import dev.signet.key.SigningKeys;
import dev.signet.link.LinkSettings;
import dev.signet.logout.LogoutSettings;
import dev.signet.mail.MailSettings;
import dev.signet.page.Views;
import dev.signet.platform.CannotStart;
import dev.signet.platform.Settings;
import dev.signet.revocation.RevocationSettings;
import dev.signet.session.SessionSettings;
import dev.signet.simplejwt.RefreshSettings;
import dev.signet.strength.PasswordPolicy;
import dev.signet.subject.SubjectKey;
import dev.signet.throttle.ThrottleSettings;
import dev.signet.token.TokenSettings;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.BeforeShutdown;
import jakarta.enterprise.inject.spi.Extension;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;

/** Stops the deployment, with a sentence that says what to do, where it could not work. */
public class StartupCheck implements Extension {

  void check(@Observes AfterDeploymentValidation deployment) {
    try {
      checkSettings(Settings.of(ConfigProvider.getConfig()));
      SigningKeys.ofProcess();
      AuditKey.ofProcess();
      SubjectKey.ofProcess();
    } catch (CannotStart mistake) {
      deployment.addDeploymentProblem(mistake.logged());
    }
  }

  void stop(@Observes BeforeShutdown shutdown) {
    Database.close();
  }

  static void checkSettings(Settings settings) {
    settings.refuseUnknown(Settings.known(), groups());
    AccountSettings.from(settings);
    KeySettings.from(settings);
    SessionSettings.from(settings);
    RevocationSettings.from(settings);
    ContributionSettings.from(settings);
    TokenSettings.from(settings);
    CookieSettings.from(settings);
    BearerHeader.from(settings);
    RefreshSettings.from(settings);
    PasswordPolicy.from(settings);
    MailSettings.from(settings);
    LinkSettings.from(settings);
    ThrottleSettings.from(settings);
    Proxies.from(settings);
    AuditSettings.from(settings);
    Views.from(settings);
    LogoutSettings.from(settings);
    ConfiguredClients.from(settings);
    CodeSettings.from(settings);
  }

  /** The prefixes below which there are names of the operator's choice. */
  private static Set<String> groups() {
    return Stream.concat(ContributionSettings.GROUPS.stream(), Stream.of(ConfiguredClients.GROUP))
        .collect(Collectors.toSet());
  }
}
