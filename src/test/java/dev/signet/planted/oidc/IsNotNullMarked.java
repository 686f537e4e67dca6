package dev.signet.planted.oidc;

/** A package that says something else. */
public class IsNotNullMarked {}
