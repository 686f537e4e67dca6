package dev.signet.platform;

/**
 * Says no to a caller. A refusal is an answer, not a failure: what was decided on the way to it
 * stays written, so every transactional method says {@code @Transactional(dontRollbackOn =
 * Refusal.class)}.
 */
public abstract class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Refuses.
   *
   * @param reason what the log may say; never a token, a code or a password
   */
  protected Refusal(String reason) {
    super(reason, null, false, false);
  }
}
