package dev.signet.planted.grant;

/** One of two that the limit's exception is for. */
public class IsExceptedInVain {}
