package dev.signet.origin;

import dev.signet.address.Proxies;
import dev.signet.problem.Problem;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The {@link Origin} of the request at hand, and whether somebody is behind it. */
@RequestScoped
public class RequestOrigin {

  private static final String BACKGROUND = "X-Signet-Background";

  @Inject HttpServletRequest request;
  @Inject Proxies proxies;

  private @Nullable String remembered;

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
        proxies.client(request),
        Optional.ofNullable(request.getHeader("User-Agent")).orElse(""),
        DeviceCookie.in(request.getCookies()));
  }

  /** Has the device that somebody has logged in from show that from now on. */
  public void remember(String device) {
    remembered = device;
  }

  Optional<String> remembered() {
    return Optional.ofNullable(remembered);
  }
}
