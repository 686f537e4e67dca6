package dev.signet.page;

import dev.signet.platform.Texts;
import io.pebbletemplates.pebble.extension.AbstractExtension;
import io.pebbletemplates.pebble.extension.Function;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What views may call: {@code say("key")} or {@code say("key", blank)} is the sentence of {@code
 * messages.properties} in the language of the reader, {@code asset("name")} the address of a file
 * that the page loads, {@code wrong("field")} what is wrong with a field, as a list, and {@code
 * typed("field")} what was typed into it.
 */
final class ViewFunctions extends AbstractExtension {

  private final UnaryOperator<String> addresses;

  /**
   * Functions of views.
   *
   * @param addresses of assets, by their names
   */
  ViewFunctions(UnaryOperator<String> addresses) {
    this.addresses = addresses;
  }

  @Override
  public Map<String, Function> getFunctions() {
    return Map.of(
        "say", new OfName(List.of("key", "blank"), ViewFunctions::say),
        "asset", new OfName(List.of("name"), (name, blank, view) -> addresses.apply(name)),
        "wrong", new OfName(List.of("field"), (field, blank, view) -> wrong(field, view)),
        "typed", new OfName(List.of("field"), (field, blank, view) -> typed(field, view)));
  }

  private static Object say(String key, @Nullable Object blank, EvaluationContext view) {
    Texts texts = (Texts) view.getVariable("texts");
    return blank == null ? texts.text(key) : texts.text(key, blank);
  }

  private static Object wrong(String field, EvaluationContext view) {
    Object sentences = ((Map<?, ?>) view.getVariable("mistakes")).get(field);
    return sentences == null ? List.of() : sentences;
  }

  private static Object typed(String field, EvaluationContext view) {
    Object text = ((Map<?, ?>) view.getVariable("typed")).get(field);
    return text == null ? "" : text;
  }

  private interface Body {

    Object result(String name, @Nullable Object blank, EvaluationContext view);
  }

  private record OfName(List<String> arguments, Body body) implements Function {

    @Override
    public List<String> getArgumentNames() {
      return arguments;
    }

    @Override
    public Object execute(
        Map<String, @Nullable Object> values,
        PebbleTemplate self,
        EvaluationContext context,
        int line) {
      String name = String.valueOf(values.get(arguments.get(0)));
      return body.result(name, values.get("blank"), context);
    }
  }
}
