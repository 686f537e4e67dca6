package dev.signet.guard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** A resource whose author forgot to say who may call it. */
@Path("undecided")
@ApplicationScoped
public class Undecided {

  @GET
  public String anybody() {
    return "open";
  }
}
