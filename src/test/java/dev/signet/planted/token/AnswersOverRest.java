package dev.signet.planted.token;

import jakarta.ws.rs.core.Response;

/** A thing that speaks JAX-RS. */
public class AnswersOverRest {
  void answer(Response response) {}
}
