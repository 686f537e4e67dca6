package dev.signet.oidc;

import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;

/** JSON that everybody may read, and keep for a while. */
record Published(String json) {

  /** A key is published for far longer than this before it signs. */
  private static final Duration MAX_AGE = Duration.ofMinutes(5);

  /** The answer; to who has it already, that it is so still. */
  Response answer(Request request) {
    EntityTag tag = tag();
    Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
    Response.ResponseBuilder response =
        unchanged == null ? Response.ok(json, MediaType.APPLICATION_JSON_TYPE) : unchanged;
    return response.tag(tag).cacheControl(caching()).build();
  }

  private EntityTag tag() {
    return new EntityTag(UUID.nameUUIDFromBytes(json.getBytes(StandardCharsets.UTF_8)).toString());
  }

  private static CacheControl caching() {
    CacheControl control = new CacheControl();
    control.setMaxAge((int) MAX_AGE.toSeconds());
    control.setNoTransform(false);
    return control;
  }
}
