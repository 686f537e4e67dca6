package dev.signet.relying;

import dev.signet.wire.Aloud;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** Skips what needs npm where there is none, and says so. */
final class NpmIsHere implements ExecutionCondition {

  private static final String MISSING =
      "OpenIdClientIT is skipped, since there is no npm here: apt-get install npm.";

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (NodeApplication.npm().isPresent()) {
      return ConditionEvaluationResult.enabled("npm is here");
    }
    Namespace ours = Namespace.create(NpmIsHere.class);
    context.getRoot().getStore(ours).getOrComputeIfAbsent(MISSING, Aloud::say);
    return ConditionEvaluationResult.disabled(MISSING);
  }
}
