package dev.signet.platform;

import org.jspecify.annotations.Nullable;

/** Stops the deployment with a sentence that says what to do. */
public final class CannotStart extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public CannotStart(String whatToDo) {
    super(whatToDo);
  }

  public CannotStart(String whatToDo, @Nullable Throwable cause) {
    super(whatToDo, cause);
  }
}
