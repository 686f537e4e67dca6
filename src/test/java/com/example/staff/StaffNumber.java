package com.example.staff;

import dev.signet.account.Account;
import dev.signet.claim.AccessTokenClaims;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;

/** Adds the staff number and the teams of who works here to their access tokens. */
@ApplicationScoped
public class StaffNumber implements AccessTokenClaims {

  @Inject StaffRegister register;

  @Override
  public Set<String> names() {
    return Set.of("staff_number", "teams");
  }

  @Override
  public Map<String, Object> values(Account account) {
    return register.find(account).map(StaffNumber::claims).orElse(Map.of());
  }

  private static Map<String, Object> claims(StaffMember member) {
    return Map.of("staff_number", member.number(), "teams", member.teams());
  }
}
