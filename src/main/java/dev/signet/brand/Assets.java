package dev.signet.brand;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files that pages load: ours, those that the settings make, and the operator's before all. */
public final class Assets {

  /** What lies in the folder {@code assets} of the WAR; a class loader cannot list it. */
  static final List<String> SHIPPED =
      List.of("style.css", "page.js", "send.js", "session.js", "signet.js", "signet.d.ts");

  private static final Pattern HASHED = Pattern.compile("(.+)\\.([0-9a-f]{16})(\\.[a-z]+)");

  private final Map<String, Asset> byName = new LinkedHashMap<>();
  private final String logo;

  private Assets(Stream<Asset> assets, String logo) {
    assets.forEach(asset -> byName.put(asset.name(), asset));
    this.logo = logo;
  }

  /** Reads them. */
  public static Assets of(PageSettings settings) {
    Asset logo = settings.logo();
    return new Assets(
        Stream.of(
                SHIPPED.stream().map(Assets::shipped),
                Stream.of(Asset.of("brand.css", settings.style()), logo),
                settings.folder().assets())
            .flatMap(assets -> assets),
        logo.name());
  }

  /** The name of the file that the logo is in. */
  public String logo() {
    return logo;
  }

  /**
   * The file of a name.
   *
   * @throws IllegalArgumentException where there is none
   */
  public Asset named(String name) {
    return find(name).orElseThrow(() -> new IllegalArgumentException("There is no asset " + name));
  }

  /** The file of a name. */
  public Optional<Asset> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** The file of a name with a hash in it, where that is the file's. */
  public Optional<Asset> findHashed(String name) {
    Matcher parts = HASHED.matcher(name);
    return parts.matches()
        ? find(parts.group(1) + parts.group(3)).filter(a -> a.hash().equals(parts.group(2)))
        : Optional.empty();
  }

  private static Asset shipped(String name) {
    try (InputStream file = Assets.class.getResourceAsStream("/assets/" + name)) {
      if (file == null) {
        throw new IllegalStateException("The WAR is incomplete: there is no assets/" + name);
      }
      return Asset.of(name, file.readAllBytes());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
