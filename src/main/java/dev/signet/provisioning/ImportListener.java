package dev.signet.provisioning;

import dev.signet.tabular.SkippedLine;

/** Hears of an import while it runs, in the thread that runs it. */
public interface ImportListener {

  /** A line is not imported; of one with several mistakes each is told. */
  void skipped(SkippedLine line);

  /** Some more lines were dealt with: what was imported so far is there to stay. */
  void progressed(ImportReport soFar);
}
