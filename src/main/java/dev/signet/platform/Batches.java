package dev.signet.platform;

import java.util.function.IntUnaryOperator;

/** What is removed from tables that others use meanwhile: some rows a transaction. */
public final class Batches {

  private Batches() {}

  /**
   * Removes batch after batch. One that is not full was the last: what another node has locked, it
   * removes itself.
   *
   * @param batch removes as many rows at most as it is told, and says how many
   * @return how many all of them removed
   */
  public static int removeAll(int most, IntUnaryOperator batch) {
    int all = 0;
    int removed;
    do {
      removed = batch.applyAsInt(most);
      all += removed;
    } while (removed == most);
    return all;
  }
}
