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

  @Override
  public String convertToDatabaseColumn(Set<String> roles) {
    return String.join(" ", new TreeSet<>(roles));
  }

  @Override
  public Set<String> convertToEntityAttribute(String column) {
    return column.isEmpty() ? Set.of() : Set.copyOf(List.of(column.split(" ", -1)));
  }
}
