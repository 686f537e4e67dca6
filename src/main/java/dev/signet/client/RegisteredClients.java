package dev.signet.client;

import java.util.Map;
import java.util.Optional;

/** Finds clients. */
public final class RegisteredClients {

  private final Map<String, RegisteredClient> configured;

  RegisteredClients(Map<String, RegisteredClient> configured) {
    this.configured = Map.copyOf(configured);
  }

  /** The client of an id. */
  public Optional<RegisteredClient> find(String id) {
    return Optional.ofNullable(configured.get(id));
  }

  /** What people know a client as; its id where it is there no more. */
  public String nameOf(String id) {
    return find(id).map(RegisteredClient::name).orElse(id);
  }
}
