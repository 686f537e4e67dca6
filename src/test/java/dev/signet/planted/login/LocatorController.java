package dev.signet.planted.login;

import jakarta.ws.rs.Path;

/** A URL on a method of a class that is no surface. */
public class LocatorController {
  @Path("login")
  public KnowsAnotherFlow locate() {
    return new KnowsAnotherFlow();
  }
}
