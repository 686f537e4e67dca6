package dev.signet.planted.admin;

/** One more than a package may hold. */
public class Thirteenth {}
