package dev.signet.planted.signup;

import dev.signet.planted.account.Account;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** An entity that is a request. */
@Path("signup")
@PermitAll
public class TakesAnEntityResource {
  @POST
  public void add(Account account) {}
}
