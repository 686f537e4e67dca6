package dev.signet.planted.nowhere;

/** A class in a package that is on no map. */
public class StandsInNoLevel {}
