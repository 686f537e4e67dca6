package com.example.gate;

import dev.signet.account.Account;
import dev.signet.claim.AccessTokenClaims;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** A claim that may not be had for a while, as where another system must be asked for it. */
@ApplicationScoped
public class Badge implements AccessTokenClaims {

  @Inject
  @ConfigProperty(name = "gate.unreachable")
  String file;

  @Override
  public Set<String> names() {
    return Set.of("badge");
  }

  @Override
  public Map<String, Object> values(Account account) {
    try {
      if (Files.readAllLines(Path.of(file)).contains(account.username())) {
        throw new IllegalStateException("Badge: nobody answers");
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return Map.of("badge", account.username().length());
  }
}
