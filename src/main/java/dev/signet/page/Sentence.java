package dev.signet.page;

import dev.signet.platform.Texts;
import io.pebbletemplates.pebble.extension.AbstractExtension;
import io.pebbletemplates.pebble.extension.Function;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What views say: {@code say("key")}, or {@code say("key", blank)}, is the sentence of {@code
 * messages.properties} in the language of the reader.
 */
final class Sentence extends AbstractExtension implements Function {

  static final String TEXTS = "texts";

  @Override
  public Map<String, Function> getFunctions() {
    return Map.of("say", this);
  }

  @Override
  public List<String> getArgumentNames() {
    return List.of("key", "blank");
  }

  @Override
  public Object execute(
      Map<String, @Nullable Object> arguments,
      PebbleTemplate view,
      EvaluationContext context,
      int line) {
    Texts texts = (Texts) context.getVariable(TEXTS);
    String key = String.valueOf(arguments.get("key"));
    @Nullable Object blank = arguments.get("blank");
    return blank == null ? texts.text(key) : texts.text(key, blank);
  }
}
