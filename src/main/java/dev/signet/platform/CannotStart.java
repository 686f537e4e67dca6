package dev.signet.platform;

/** Stops the deployment with a sentence that says what to do. */
public final class CannotStart extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private static final System.Logger LOG = System.getLogger(CannotStart.class.getName());

  public CannotStart(String whatToDo) {
    super(whatToDo);
  }

  public CannotStart(String whatToDo, Throwable cause) {
    super(whatToDo, cause);
  }

  /** Says the sentence where it stands by itself; servers bury it in stack traces of their own. */
  public CannotStart logged() {
    LOG.log(System.Logger.Level.ERROR, "Signet cannot start. {0}", getMessage());
    return this;
  }
}
