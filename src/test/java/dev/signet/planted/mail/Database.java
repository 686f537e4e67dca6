package dev.signet.planted.mail;

/** A whole word that only ends like one. */
public class Database {
  Names[] all = {};
}
