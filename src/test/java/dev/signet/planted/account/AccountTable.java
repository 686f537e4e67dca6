package dev.signet.planted.account;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** An EntityManager in what is no plural. */
public class AccountTable {
  @PersistenceContext EntityManager entities;
}
