package dev.signet.page;

import dev.signet.platform.Texts;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** What the JSON API answers where there is nothing to answer but a sentence. */
public final class Notice {

  private Notice() {}

  /**
   * The sentence of a key, as {@code detail}.
   *
   * @param acceptLanguage the header of the request
   */
  public static JsonObject of(String key, @Nullable String acceptLanguage) {
    return Json.createObjectBuilder()
        .add("detail", Texts.preferred(acceptLanguage).text(key))
        .build();
  }
}
