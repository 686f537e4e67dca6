package dev.signet.profile;

import dev.signet.consent.Consents.Allowed;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Locale;

/**
 * A client as the person knows it for whom it may do something.
 *
 * @param grantedAt in UTC, for programs; {@code granted} is the same for people
 */
public record ApplicationEntry(
    String id, String name, List<String> scopes, String grantedAt, String granted) {

  static ApplicationEntry of(Allowed allowed, Locale language) {
    return new ApplicationEntry(
        allowed.clientId(),
        allowed.name(),
        allowed.scopes(),
        allowed.since().toString(),
        SessionEntry.written(allowed.since(), language));
  }

  JsonObject toJson() {
    return Json.createObjectBuilder()
        .add("client_id", id)
        .add("name", name)
        .add("scope", String.join(" ", scopes))
        .add("granted_at", grantedAt)
        .build();
  }
}
