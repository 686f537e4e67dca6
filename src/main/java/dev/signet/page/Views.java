package dev.signet.page;

import dev.signet.brand.Assets;
import dev.signet.brand.PageSettings;
import dev.signet.platform.CannotStart;
import dev.signet.platform.Settings;
import dev.signet.platform.Texts;
import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.error.PebbleException;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import io.pebbletemplates.pebble.loader.DelegatingLoader;
import io.pebbletemplates.pebble.loader.MemoryLoader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The files of the pages, {@code pages/<view>.html}, or the operator's of the same names: a
 * variable is escaped, or an error.
 */
public final class Views {

  private static final Pattern ASSET = Pattern.compile("\\basset\\(\\s*[\"']([^\"']*)[\"']");

  /** What a page has nothing of, unless its model says otherwise. */
  private static final Map<String, Object> NOTHING =
      Map.of(
          "problems", List.of(),
          "mistakes", Map.of(),
          "typed", Map.of(),
          "languages", List.of(),
          "locales", "",
          "csrf", "");

  private final PageSettings settings;
  private final Assets assets;
  private final PebbleEngine engine;

  Views(PageSettings settings, Assets assets) {
    this.settings = settings;
    this.assets = assets;
    Map<String, String> replaced = settings.folder().views();
    engine = engine(replaced);
    replaced.forEach(this::check);
  }

  /** Reads them; one of the operator's that could never be shown stops the start. */
  public static Views from(Settings settings) {
    PageSettings pages = PageSettings.from(settings);
    return new Views(pages, Assets.of(pages));
  }

  /** The page of a view, with its sentences in a language. */
  String render(String view, Map<String, ?> model, Texts texts) {
    Map<String, Object> variables = new HashMap<>(NOTHING);
    variables.put("service", settings.name());
    variables.put("root", settings.root());
    variables.put("logo", assets.logo());
    variables.put("language", texts.language().getLanguage());
    variables.put("texts", texts);
    variables.putAll(model);
    StringWriter page = new StringWriter();
    try {
      engine.getTemplate(view + ".html").evaluate(page, variables, texts.language());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return page.toString();
  }

  private void check(String file, String text) {
    try {
      engine.getTemplate(file);
      ASSET.matcher(text).results().forEach(name -> address(name.group(1)));
    } catch (PebbleException | IllegalArgumentException mistake) {
      throw new CannotStart(
          "signet.page.folder is wrong: " + file + ": " + mistake.getMessage(), mistake);
    }
  }

  private String address(String asset) {
    return settings.address(assets.named(asset));
  }

  private PebbleEngine engine(Map<String, String> replaced) {
    MemoryLoader first = new MemoryLoader();
    replaced.forEach(first::addTemplate);
    ClasspathLoader ours = new ClasspathLoader(Views.class.getClassLoader());
    ours.setPrefix("pages");
    return new PebbleEngine.Builder()
        .loader(new DelegatingLoader(List.of(first, ours)))
        .strictVariables(true)
        .extension(new ViewFunctions(this::address))
        .build();
  }
}
