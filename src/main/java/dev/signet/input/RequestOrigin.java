package dev.signet.input;

import dev.signet.problem.Problem;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** The {@link Origin} of the request at hand, and whether somebody is behind it. */
@RequestScoped
public class RequestOrigin {

  @Inject HttpServletRequest request;

  private static final String BACKGROUND = "X-Signet-Background";

  /**
   * Whether the client says that it asks by itself.
   *
   * @throws dev.signet.problem.ProblemException {@link Problem#WRONG_HEADER} when it says neither
   */
  public Activity activity() {
    String said = Optional.ofNullable(request.getHeader(BACKGROUND)).orElse("0").strip();
    return switch (said) {
      case "0" -> Activity.PERSON;
      case "1" -> Activity.BACKGROUND;
      default -> throw Problem.WRONG_HEADER.refusal(BACKGROUND);
    };
  }

  /** Where it came from. */
  public Origin origin() {
    return new Origin(
        request.getRemoteAddr(), Optional.ofNullable(request.getHeader("User-Agent")).orElse(""));
  }
}
