package dev.signet.planted.session;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** An EntityManager in the plural of another package's entity. */
public class Accounts {
  @PersistenceContext EntityManager entities;
}
