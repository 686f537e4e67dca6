package dev.signet.planted.account;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;

/** A row. */
@Entity
public class Account {
  @Id UUID id;
}
