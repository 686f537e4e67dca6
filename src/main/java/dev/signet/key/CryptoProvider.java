package dev.signet.key;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.security.Provider;
import java.util.Optional;

/**
 * Chooses what computes RSA: Amazon Corretto's native provider where it loads, the JDK's elsewhere.
 */
final class CryptoProvider {

  private static final System.Logger LOG = System.getLogger(CryptoProvider.class.getName());
  private static final Optional<Provider> FASTEST = find();

  private CryptoProvider() {}

  /** The provider to ask for; empty for the JDK's own choice. */
  static Optional<Provider> fastest() {
    return FASTEST;
  }

  private static Optional<Provider> find() {
    AmazonCorrettoCryptoProvider corretto = AmazonCorrettoCryptoProvider.INSTANCE;
    if (corretto.getLoadingError() == null) {
      return Optional.of(corretto);
    }
    LOG.log(
        System.Logger.Level.INFO,
        "Tokens are signed by the JDK, at a third of the speed: the native provider did not load"
            + " ({0})",
        corretto.getLoadingError().getMessage());
    return Optional.empty();
  }
}
