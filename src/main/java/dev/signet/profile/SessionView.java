package dev.signet.profile;

import dev.signet.session.Session;
import jakarta.json.Json;
import jakarta.json.JsonObject;

/** What a session shows of itself to its owner: never a token. */
final class SessionView {

  private SessionView() {}

  /**
   * The session as JSON.
   *
   * @param current the id of the session that the owner asks from
   */
  static JsonObject of(Session session, String current) {
    return Json.createObjectBuilder()
        .add("id", session.id())
        .add("device", session.userAgent())
        .add("ip", session.ip())
        .add("created_at", session.createdAt().toString())
        .add("last_used_at", session.usedAt().toString())
        .add("expires_at", session.refreshableUntil().toString())
        .add("current", session.id().equals(current))
        .build();
  }
}
