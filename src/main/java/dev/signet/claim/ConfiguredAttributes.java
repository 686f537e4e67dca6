package dev.signet.claim;

import dev.signet.account.Account;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The account attributes that {@code signet.token.claims.<claim>} and {@code
 * signet.answer.<member>} ask for.
 */
record ConfiguredAttributes(Map<String, String> attributes)
    implements AccessTokenClaims, LoginAnswerMembers {

  @Override
  public Set<String> names() {
    return attributes.keySet();
  }

  @Override
  public Map<String, Object> values(Account account) {
    return attributes.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, named -> AccountAttribute.of(named.getValue()).of(account)));
  }
}
