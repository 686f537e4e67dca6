package com.example.gate;

import dev.signet.account.Account;
import dev.signet.account.LoginRule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Keeps out whom a file names, a username a line, from the next login or refresh on. */
@ApplicationScoped
public class ClosedList implements LoginRule {

  @Inject
  @ConfigProperty(name = "gate.closed")
  String file;

  @Override
  public boolean allows(Account account) {
    try {
      return !Files.readAllLines(Path.of(file)).contains(account.username());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
