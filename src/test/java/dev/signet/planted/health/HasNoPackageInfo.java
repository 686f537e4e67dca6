package dev.signet.planted.health;

/** A package that says nothing. */
public class HasNoPackageInfo {}
