package com.example.staff;

import dev.signet.account.Account;
import dev.signet.claim.UserInfoClaims;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Tells applications under which number somebody is called: an extension of the company's own, as
 * OpenID Connect Core 1.0 §5.1 has it written.
 */
@ApplicationScoped
public class StaffPhone implements UserInfoClaims {

  @Inject StaffRegister register;

  @Inject
  @ConfigProperty(name = "staff.switchboard")
  String switchboard;

  @Override
  public String scope() {
    return "phone";
  }

  @Override
  public Set<String> names() {
    return Set.of("phone_number", "phone_number_verified");
  }

  @Override
  public Map<String, Object> values(Account account) {
    return register.find(account).map(this::claims).orElse(Map.of());
  }

  private Map<String, Object> claims(StaffMember member) {
    return Map.of(
        "phone_number", switchboard + ";ext=" + member.number(), "phone_number_verified", true);
  }
}
