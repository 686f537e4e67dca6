package dev.signet.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class RolesColumnTest {

  private final RolesColumn column = new RolesColumn();

  @Test
  void storesRolesSortedWithOneSpaceBetweenThem() {
    assertThat(column.convertToDatabaseColumn(Set.of("user", "admin", "b")))
        .isEqualTo("admin b user");
    assertThat(column.convertToDatabaseColumn(Set.of("user"))).isEqualTo("user");
    assertThat(column.convertToDatabaseColumn(Set.of())).isEmpty();
  }

  @Test
  void readsWhatItStored() {
    assertThat(column.convertToEntityAttribute("admin b user"))
        .containsExactlyInAnyOrder("admin", "b", "user");
    assertThat(column.convertToEntityAttribute("user")).containsExactly("user");
    assertThat(column.convertToEntityAttribute("")).isEmpty();
  }
}
