package dev.signet.planted;

import dev.signet.planted.signup.NewSignup;

/** The root may know all. */
public class PlantedApplication {
  NewSignup signup = new NewSignup();
}
