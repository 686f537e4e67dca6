package com.example.staff;

import java.util.List;

/** What the register says of somebody who works here. */
public record StaffMember(int number, List<String> teams) {

  public StaffMember {
    teams = List.copyOf(teams);
  }
}
