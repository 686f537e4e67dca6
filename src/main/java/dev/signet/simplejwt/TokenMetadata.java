package dev.signet.simplejwt;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;

/**
 * What each URL of the Simple JWT API says of itself, as <a
 * href="https://www.django-rest-framework.org/api-guide/metadata/">Django REST framework</a> has
 * it.
 */
enum TokenMetadata {
  OBTAIN(
      "Token Obtain Pair",
      "Takes an account's credentials and hands out an access token and the refresh token of its"
          + " new session.",
      "username",
      "password"),
  REFRESH(
      "Token Refresh",
      "Takes a refresh token and hands out the next access token of its session, and where tokens"
          + " rotate the next refresh token.",
      "refresh"),
  VERIFY(
      "Token Verify", "Says whether a token of any type would be taken where it belongs.", "token"),
  BLACKLIST(
      "Token Blacklist",
      "Takes a refresh token or a sliding token and ends its session.",
      "refresh"),
  OBTAIN_SLIDING(
      "Token Obtain Sliding",
      "Takes an account's credentials and hands out the sliding token of its new session.",
      "username",
      "password"),
  REFRESH_SLIDING(
      "Token Refresh Sliding",
      "Takes a sliding token and hands it out anew, good for longer.",
      "token");

  private final String title;
  private final String description;

  @SuppressWarnings("ImmutableEnumChecker") // List.of makes what nobody can change.
  private final List<String> fields;

  TokenMetadata(String title, String description, String... fields) {
    this.title = title;
    this.description = description;
    this.fields = List.of(fields);
  }

  JsonObject json() {
    return Json.createObjectBuilder()
        .add("name", title)
        .add("description", description)
        .add("renders", array(MediaType.APPLICATION_JSON))
        .add(
            "parses",
            array(
                MediaType.APPLICATION_JSON,
                MediaType.APPLICATION_FORM_URLENCODED,
                MediaType.MULTIPART_FORM_DATA))
        .add("actions", Json.createObjectBuilder().add("POST", posted()))
        .build();
  }

  private JsonObjectBuilder posted() {
    JsonObjectBuilder posted = Json.createObjectBuilder();
    fields.forEach(field -> posted.add(field, metadata(field)));
    return posted;
  }

  private static JsonObjectBuilder metadata(String field) {
    return Json.createObjectBuilder()
        .add("type", "string")
        .add("required", true)
        .add("read_only", false)
        .add("label", field.substring(0, 1).toUpperCase(Locale.ROOT) + field.substring(1));
  }

  private static JsonArrayBuilder array(String... texts) {
    return Json.createArrayBuilder(List.of(texts));
  }
}
