package dev.signet.planted.signup;

import dev.signet.planted.account.Account;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;

/** Entities within an answer. */
@Path("signup")
@PermitAll
public class ReturnsEntitiesResource {
  @GET
  public Map<String, List<? extends Account>> accounts() {
    return Map.of();
  }
}
