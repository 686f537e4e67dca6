package dev.signet.account;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Stores roles as words, sorted and with one space between them: one column, and no join on the way
 * to a token.
 */
@Converter
public class RolesColumn implements AttributeConverter<Set<String>, String> {

  private static final int LONGEST = 1000;

  /** Whether the column takes all of them. */
  static boolean holds(Set<String> roles) {
    return roles.stream().allMatch(RolesColumn::isRole)
        && String.join(" ", roles).length() <= LONGEST;
  }

  /** Whether something can be a role: there are spaces between them. */
  static boolean isRole(String word) {
    return !word.isEmpty() && word.chars().noneMatch(Character::isWhitespace);
  }

  @Override
  public String convertToDatabaseColumn(Set<String> roles) {
    return String.join(" ", new TreeSet<>(roles));
  }

  @Override
  public Set<String> convertToEntityAttribute(String column) {
    return column.isEmpty() ? Set.of() : Set.copyOf(List.of(column.split(" ", -1)));
  }
}
