package dev.signet.authorize;

import dev.signet.oauth.OAuthForm;
import dev.signet.platform.HmacSha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Seals what was asked to the very request that it was asked for, and a decision to the session in
 * which it was made: neither a client nor a link can pretend that somebody was asked.
 *
 * @param keys that open it; the first seals
 */
record ProgressSeal(List<HmacSha256> keys, Clock clock) {

  /** The parameter that it goes along in. */
  static final String PARAMETER = "signet_progress";

  /** What time it is. */
  Instant now() {
    return clock.instant();
  }

  /** The request as its client sent it. */
  static OAuthForm bare(OAuthForm request) {
    Map<String, List<String>> parameters = new HashMap<>(request.parameters());
    parameters.remove(PARAMETER);
    return new OAuthForm(parameters);
  }

  /** The request with what was asked for it. */
  OAuthForm with(OAuthForm request, Progress progress, String session) {
    OAuthForm bare = bare(request);
    Map<String, List<String>> parameters = new TreeMap<>(bare.parameters());
    String text = progress.text();
    parameters.put(PARAMETER, List.of(text + "." + mac(keys.get(0), text, bare, session)));
    return new OAuthForm(parameters);
  }

  /**
   * What was asked for a request.
   *
   * @param session whose decision counts
   */
  Progress of(OAuthForm request, String session) {
    Instant now = now();
    return request
        .optional(PARAMETER)
        .filter(shown -> shown.contains("."))
        .flatMap(shown -> opened(shown, bare(request), session, now))
        .orElseGet(() -> Progress.none(now));
  }

  private Optional<Progress> opened(String shown, OAuthForm bare, String session, Instant now) {
    int end = shown.lastIndexOf('.');
    String text = shown.substring(0, end);
    byte[] mac = shown.substring(end + 1).getBytes(StandardCharsets.US_ASCII);
    return keys.stream()
        .map(key -> mac(key, text, bare, session).getBytes(StandardCharsets.US_ASCII))
        .filter(ours -> MessageDigest.isEqual(ours, mac))
        .findFirst()
        .flatMap(ours -> Progress.parse(text, now));
  }

  /** Who was to log in had no session yet, or another. */
  private static String mac(HmacSha256 key, String text, OAuthForm bare, String session) {
    String whose = text.contains(".o.") ? "" : session;
    String all = String.join("\n", text, whose, new OAuthForm(bare.parameters()).text());
    byte[] mac = key.of(all.getBytes(StandardCharsets.UTF_8));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(mac, 16));
  }
}
