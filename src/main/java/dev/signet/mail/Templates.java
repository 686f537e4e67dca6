package dev.signet.mail;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/** Makes the texts of mails: a text and a page each, the same in content. */
final class Templates {

  private static final String SUBJECT = "Subject: ";

  private final PebbleEngine texts = engine(false);
  private final PebbleEngine pages = engine(true);
  private final String serviceName;

  Templates(String serviceName) {
    this.serviceName = serviceName;
  }

  /** What a mail says. */
  record Texts(String subject, String text, String html) {}

  /** The first line of a text is its subject. */
  Texts render(Letter letter) {
    String[] text = rendered(texts, letter, "txt").split("\n\n", 2);
    if (text.length < 2 || !text[0].startsWith(SUBJECT) || text[0].contains("\n")) {
      throw new IllegalStateException(letter.template() + " has no subject of one line");
    }
    return new Texts(text[0].substring(SUBJECT.length()), text[1], rendered(pages, letter, "html"));
  }

  private String rendered(PebbleEngine engine, Letter letter, String type) {
    String language = letter.language().getLanguage();
    Map<String, Object> variables = new HashMap<>(letter.values());
    variables.put("service", serviceName);
    variables.put("language", language);
    StringWriter text = new StringWriter();
    try {
      engine
          .getTemplate(language + "/" + letter.template().file() + "." + type)
          .evaluate(text, variables, letter.language());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  /** A variable that is missing is an error, not a blank. */
  static PebbleEngine engine(boolean escaping) {
    ClasspathLoader files = new ClasspathLoader(Templates.class.getClassLoader());
    files.setPrefix("mail");
    return new PebbleEngine.Builder()
        .loader(files)
        .strictVariables(true)
        .autoEscaping(escaping)
        .newLineTrimming(false)
        .build();
  }
}
