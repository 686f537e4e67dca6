package dev.signet.profile;

import dev.signet.consent.Consent;
import dev.signet.consent.Consents.Allowed;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Locale;

/**
 * A client as who has allowed it something knows it.
 *
 * @param grantedAt in UTC, for programs; {@code granted} is the same for people
 */
public record ApplicationEntry(
    String id, String name, List<String> scopes, String grantedAt, String granted) {

  static ApplicationEntry of(Allowed allowed, Locale language) {
    Consent consent = allowed.consent();
    return new ApplicationEntry(
        consent.clientId(),
        allowed.client(),
        consent.scopes(),
        consent.grantedAt().toString(),
        SessionEntry.written(consent.grantedAt(), language));
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
