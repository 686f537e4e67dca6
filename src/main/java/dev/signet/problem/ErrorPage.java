package dev.signet.problem;

import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;
import java.io.IOException;

/**
 * Answers what the server refuses before Jakarta REST sees it; {@code web.xml} sends all of it
 * here.
 */
@WebServlet("/error-page")
public class ErrorPage extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject transient Scheme scheme;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Response answer = new ProblemWriter(scheme, request::getHeader).write(refusal(request)).build();
    response.setStatus(answer.getStatus());
    answer.getStringHeaders().forEach((name, values) -> response.setHeader(name, values.get(0)));
    response.setHeader("Cache-Control", "no-store");
    response.setCharacterEncoding("UTF-8");
    response.getWriter().write(answer.getEntity().toString());
  }

  private static ProblemException refusal(HttpServletRequest request) {
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    if (!(status instanceof Integer code)) {
      return Problem.NOT_FOUND.refusal();
    }
    return switch (code) {
      case 401 -> Problem.NOT_AUTHENTICATED.refusal();
      case 403 -> Problem.PERMISSION_DENIED.refusal();
      case 404 -> Problem.NOT_FOUND.refusal();
      case 405 -> Problem.METHOD_NOT_ALLOWED.refusal(request.getMethod());
      case 503 -> Problem.UNAVAILABLE.refusal();
      default -> (code < 500 ? Problem.BAD_REQUEST : Problem.ERROR).refusal("-");
    };
  }
}
