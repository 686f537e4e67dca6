package dev.signet.planted.account;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** An EntityManager in the plural of what is no entity. */
public class AccountTables {
  @PersistenceContext EntityManager entities;
}
