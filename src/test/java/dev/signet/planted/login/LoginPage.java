package dev.signet.planted.login;

import jakarta.ws.rs.Path;

/** A URL that a person reads, on a class that may have one. */
@Path("login")
public class LoginPage {}
