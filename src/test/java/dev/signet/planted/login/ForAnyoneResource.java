package dev.signet.planted.login;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** A resource method that says of nobody whether he may call it. */
@Path("login")
public class ForAnyoneResource {
  @GET
  public String open() {
    return "";
  }
}
