package dev.signet.planted.login;

import jakarta.ws.rs.Path;

/** A URL that an RFC names, on a class that may have one. */
@Path("login")
public class LoginEndpoint {}
