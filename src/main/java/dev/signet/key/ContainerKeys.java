package dev.signet.key;

import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * Gives the container the public keys to check bearer tokens with, inline: {@code
 * mp.jwt.verify.publickey} (MicroProfile JWT 2.1, §9.2.1). A location on this very server would
 * make its threads wait for one another.
 */
public class ContainerKeys implements ConfigSource {

  private static final String PUBLIC_KEY = "mp.jwt.verify.publickey";

  @Override
  public Set<String> getPropertyNames() {
    return Set.of(PUBLIC_KEY);
  }

  @Override
  public @Nullable String getValue(String name) {
    return name.equals(PUBLIC_KEY) ? SigningKeys.ofProcess().jwks() : null;
  }

  @Override
  public String getName() {
    return "Signet's signing keys";
  }
}
