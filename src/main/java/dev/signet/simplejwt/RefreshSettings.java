package dev.signet.simplejwt;

import dev.signet.platform.Settings;

/**
 * What the Simple JWT API does with a refresh token that is used.
 *
 * @param rotate whether the answer has a new one too
 * @param blacklist whether the old one is good no more then
 */
public record RefreshSettings(boolean rotate, boolean blacklist) {

  public RefreshSettings {
    if (blacklist && !rotate) {
      throw Settings.wrong(
          "signet.simplejwt.blacklist-after-rotation", "false where rotate-refresh-tokens is");
    }
  }

  public static RefreshSettings from(Settings settings) {
    return new RefreshSettings(
        settings.flag("signet.simplejwt.rotate-refresh-tokens"),
        settings.flag("signet.simplejwt.blacklist-after-rotation"));
  }
}
