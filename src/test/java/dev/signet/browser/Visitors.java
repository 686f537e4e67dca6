package dev.signet.browser;

import dev.signet.wire.Aloud;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests their visitors, and asks what these have met once the test is done. */
final class Visitors implements ExecutionCondition, ParameterResolver, AfterEachCallback {

  private static final Namespace OURS = Namespace.create(Visitors.class);

  private static final String MISSING =
      "The browser tests (*BrowserIT) are skipped, since there is no Chromium here:"
          + " apt-get install chromium fonts-nanum, or set "
          + Chromium.VARIABLE
          + " to one.";

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (Chromium.installed().isPresent()) {
      return ConditionEvaluationResult.enabled("Chromium is here");
    }
    context.getRoot().getStore(OURS).getOrComputeIfAbsent(MISSING, Aloud::say);
    return ConditionEvaluationResult.disabled(MISSING);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Visitor.class;
  }

  @Override
  public Visitor resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Chromium chromium =
        context
            .getRoot()
            .getStore(OURS)
            .getOrComputeIfAbsent(Chromium.class, first -> Chromium.start(), Chromium.class);
    Visitor visitor = new Visitor(chromium);
    of(context).add(visitor);
    return visitor;
  }

  @Override
  public void afterEach(ExtensionContext context) {
    List<String> complaints = new ArrayList<>();
    for (Visitor visitor : of(context)) {
      complaints.addAll(visitor.leave());
    }
    if (!complaints.isEmpty()) {
      throw new AssertionError("The browser complains:\n" + String.join("\n", complaints));
    }
  }

  @SuppressWarnings("unchecked")
  private static List<Visitor> of(ExtensionContext context) {
    return context
        .getStore(OURS)
        .getOrComputeIfAbsent(Visitor.class, first -> new ArrayList<Visitor>(), List.class);
  }
}
