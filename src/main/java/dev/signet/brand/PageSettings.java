package dev.signet.brand;

import dev.signet.platform.Settings;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an operator says of the pages.
 *
 * @param name what they call this service
 * @param root the path that clients find the application at
 * @param overTls whether it is reached over TLS
 * @param style the colours, in CSS
 * @param logo the sign of the service
 * @param folder the files that take the place of ours
 */
public record PageSettings(
    String name, String root, boolean overTls, String style, Asset logo, PageFolder folder) {

  private static final String NAME = "signet.page.name";
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  public static PageSettings from(Settings settings) {
    URI issuer = URI.create(settings.text("signet.issuer"));
    String name =
        settings.optional(NAME).orElseGet(() -> settings.text("signet.mail.service-name"));
    if (CONTROL.matcher(name).find()) {
      throw Settings.wrong(NAME, "one line of text");
    }
    Palette light = Palette.light(settings);
    return new PageSettings(
        name,
        Optional.ofNullable(issuer.getPath()).orElse(""),
        "https".equals(issuer.getScheme()),
        style(light, Palette.dark(settings)),
        Logo.from(settings, name, light.accent()),
        PageFolder.from(settings));
  }

  /** Where the hashed name of a file that pages load is found. */
  public String address(Asset asset) {
    return root + "/assets/" + asset.hashedName();
  }

  private static String style(Palette light, Palette dark) {
    return ":root {\n%s}\n@media (prefers-color-scheme: dark) {\n:root {\n%s}\n}\n"
        .formatted(light.properties(), dark.properties());
  }
}
