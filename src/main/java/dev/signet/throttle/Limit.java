package dev.signet.throttle;

/**
 * How often something may be tried, as the statements that hold a row of {@code throttle} to it. In
 * each, {@code :now} is the time in milliseconds, and {@code :id}, which comes last, is the row.
 */
sealed interface Limit permits Rate, Pauses {

  /** Takes one attempt, where the row leaves one. One statement decides, whoever else takes. */
  String take();

  /** Takes the first attempt where there is no row yet. */
  String begin();

  /** Gives an attempt back that was taken at that time. */
  String giveBack();

  /** When the next attempt is left, in milliseconds. */
  long readyAt(Row row);

  /**
   * What a row says.
   *
   * @param pausedUntil when the pause after the latest failure ends, in milliseconds
   * @param expiresAt when the row says nothing any more, in milliseconds
   */
  record Row(long pausedUntil, long expiresAt) {}
}
