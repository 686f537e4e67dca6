package dev.signet.planted.token;

import jakarta.servlet.http.HttpServletRequest;

/** A thing that speaks servlet. */
public class AsksTheServlet {
  void ask(HttpServletRequest request) {}
}
