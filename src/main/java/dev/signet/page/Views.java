package dev.signet.page;

import dev.signet.platform.Texts;
import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** The files of the pages, {@code pages/<view>.html}: a variable is escaped, or an error. */
final class Views {

  private final PebbleEngine engine = engine();
  private final String style = style();
  private final String service;
  private final String root;

  /**
   * Reads them.
   *
   * @param service what the pages call this service
   * @param root the path that clients find it at
   */
  Views(String service, String root) {
    this.service = service;
    this.root = root;
  }

  /** The page of a view, with its sentences in a language. */
  String render(String view, Map<String, ?> model, Texts texts) {
    Map<String, Object> variables = new HashMap<>(model);
    variables.put("service", service);
    variables.put("root", root);
    variables.put("style", style);
    variables.put("language", texts.language().getLanguage());
    variables.put(Sentence.TEXTS, texts);
    StringWriter page = new StringWriter();
    try {
      engine.getTemplate(view + ".html").evaluate(page, variables, texts.language());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return page.toString();
  }

  /** The style that stands in each page is all that a page may have. */
  String contentSecurityPolicy() {
    return "default-src 'none'; style-src 'sha256-"
        + sha256(style)
        + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
  }

  private static PebbleEngine engine() {
    ClasspathLoader files = new ClasspathLoader(Views.class.getClassLoader());
    files.setPrefix("pages");
    return new PebbleEngine.Builder()
        .loader(files)
        .strictVariables(true)
        .extension(new Sentence())
        .build();
  }

  private static String style() {
    try (InputStream file = Views.class.getResourceAsStream("/pages/style.css")) {
      if (file == null) {
        throw new IllegalStateException("The style of the pages is missing");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String sha256(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
