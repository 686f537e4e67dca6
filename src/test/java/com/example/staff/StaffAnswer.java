package com.example.staff;

import dev.signet.account.Account;
import dev.signet.claim.LoginAnswerMembers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;

/** Tells clients at the login whether somebody works here, and as whom. */
@ApplicationScoped
public class StaffAnswer implements LoginAnswerMembers {

  @Inject StaffRegister register;

  @Override
  public Set<String> names() {
    return Set.of("is_staff", "staff");
  }

  @Override
  public Map<String, Object> values(Account account) {
    return register.find(account).map(StaffAnswer::members).orElse(Map.of("is_staff", false));
  }

  private static Map<String, Object> members(StaffMember member) {
    return Map.of(
        "is_staff", true, "staff", Map.of("number", member.number(), "teams", member.teams()));
  }
}
