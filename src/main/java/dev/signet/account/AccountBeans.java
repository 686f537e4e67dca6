package dev.signet.account;

import dev.signet.hashing.HashingPool;
import dev.signet.hashing.PasswordHashes;
import dev.signet.platform.Secrets;
import dev.signet.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the values of this package that CDI hands out. */
@ApplicationScoped
class AccountBeans {

  @Produces
  @Singleton
  AccountSettings settings(Settings settings) {
    return AccountSettings.from(settings);
  }

  @Produces
  @Singleton
  PasswordHashes hashes(AccountSettings settings) {
    return new PasswordHashes(settings.argon2(), Secrets.random());
  }

  @Produces
  @Singleton
  HashingPool pool(AccountSettings settings) {
    int cores = Runtime.getRuntime().availableProcessors();
    return new HashingPool(cores, cores * settings.hashingQueue(), settings.hashingDeadline());
  }
}
