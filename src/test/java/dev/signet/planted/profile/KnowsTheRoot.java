package dev.signet.planted.profile;

import dev.signet.planted.PlantedApplication;

/** A flow that knows the root. */
public class KnowsTheRoot {
  void tell(PlantedApplication root) {}
}
