package dev.signet.event;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A client was given something of an account, or it was taken from it. */
public sealed interface ClientEvent extends SecurityEvent {

  /** Whose. */
  UUID accountId();

  /** Which client. */
  String clientId();

  @Override
  default Optional<UUID> account() {
    return Optional.of(accountId());
  }

  @Override
  default Map<String, String> details() {
    return Map.of("client", clientId());
  }

  /** Somebody allowed a client something; words with spaces between them. */
  record ConsentGranted(UUID accountId, String clientId, String scope) implements ClientEvent {

    @Override
    public String kind() {
      return "consent_granted";
    }

    @Override
    public Map<String, String> details() {
      return Map.of("client", clientId, "scope", scope);
    }
  }

  /** Somebody allows a client nothing any more, and its sessions have ended. */
  record ConsentRevoked(UUID accountId, String clientId) implements ClientEvent {

    @Override
    public String kind() {
      return "consent_revoked";
    }
  }

  /** A client was given the tokens of a session, which goes by what it is opened for. */
  record TokensIssued(UUID accountId, String clientId, String sessionId, String scope)
      implements ClientEvent {

    @Override
    public String kind() {
      return "client_tokens_issued";
    }

    @Override
    public Optional<String> session() {
      return Optional.of(sessionId);
    }

    @Override
    public Map<String, String> details() {
      return Map.of("client", clientId, "scope", scope);
    }
  }

  /** A code was used a second time, and what came of the first was ended. */
  record CodeReused(UUID accountId, String clientId, String sessionId) implements ClientEvent {

    @Override
    public String kind() {
      return "authorization_code_reused";
    }

    @Override
    public Optional<String> session() {
      return Optional.of(sessionId);
    }

    @Override
    public Outcome outcome() {
      return Outcome.FAILURE;
    }
  }
}
