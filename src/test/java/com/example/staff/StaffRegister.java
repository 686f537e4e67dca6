package com.example.staff;

import dev.signet.account.Account;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Who works here: a file with a line {@code <username>=<number> <team> <team>…} for everybody. It
 * is read each time, so a change shows in the next token.
 */
@ApplicationScoped
public class StaffRegister {

  @Inject
  @ConfigProperty(name = "staff.register")
  String file;

  /** What it says of an account; empty for who does not work here. */
  public Optional<StaffMember> find(Account account) {
    return Optional.ofNullable(lines().getProperty(account.username())).map(StaffRegister::parse);
  }

  private Properties lines() {
    Properties lines = new Properties();
    try (Reader reader = Files.newBufferedReader(Path.of(file))) {
      lines.load(reader);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return lines;
  }

  private static StaffMember parse(String line) {
    List<String> words = List.of(line.split(" ", -1));
    return new StaffMember(Integer.parseInt(words.get(0)), words.subList(1, words.size()));
  }
}
