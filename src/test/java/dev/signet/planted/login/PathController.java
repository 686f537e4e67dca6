package dev.signet.planted.login;

import jakarta.ws.rs.Path;

/** A URL on a class that is no surface. */
@Path("login")
public class PathController {}
