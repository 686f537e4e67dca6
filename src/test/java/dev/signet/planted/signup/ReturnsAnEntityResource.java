package dev.signet.planted.signup;

import dev.signet.planted.account.Account;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** An entity that is an answer. */
@Path("signup")
@PermitAll
public class ReturnsAnEntityResource {
  @GET
  public Account account() {
    return new Account();
  }
}
