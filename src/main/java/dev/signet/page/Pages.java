package dev.signet.page;

import dev.signet.platform.Refusal;
import dev.signet.platform.Settings;
import dev.signet.platform.Texts;
import dev.signet.problem.FieldErrors;
import dev.signet.problem.ProblemException;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Answers a request with a page in the language of its reader. A page runs no script, loads
 * nothing, stands in nobody's frame, and tells no other server its address, in which may be the
 * token of a link (ASVS 5.0 3.4).
 */
@ApplicationScoped
public class Pages {

  @Inject HttpServletRequest request;
  @Inject Settings settings;

  private Views views;

  @PostConstruct
  void start() {
    URI issuer = URI.create(settings.text("signet.issuer"));
    views = new Views(settings.text("signet.mail.service-name"), issuer.getPath());
  }

  /**
   * Shows a view.
   *
   * @param view the name of its file
   * @param model what its variables stand for
   */
  public Response show(String view, Map<String, ?> model) {
    return answer(200, view, model, List.of());
  }

  /** Shows a view with why something was refused, or with what is wrong with its fields. */
  public Response refuse(String view, Map<String, ?> model, Refusal refusal) {
    if (refusal instanceof FieldErrors errors) {
      return answer(400, view, model, errors.sentences(texts()));
    }
    if (refusal instanceof ProblemException problem) {
      return refuse(view, model, problem);
    }
    throw new IllegalArgumentException("No page for " + refusal.getClass());
  }

  private Response refuse(String view, Map<String, ?> model, ProblemException refusal) {
    Response answer =
        answer(refusal.problem().status(), view, model, List.of(refusal.text(texts())));
    refusal
        .retrySeconds()
        .ifPresent(seconds -> answer.getHeaders().putSingle(HttpHeaders.RETRY_AFTER, seconds));
    return answer;
  }

  private Response answer(int status, String view, Map<String, ?> model, List<String> problems) {
    Response.ResponseBuilder answer =
        Response.status(status)
            .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
            .entity(render(view, model, problems));
    headers().forEach(answer::header);
    return answer.build();
  }

  /** In bytes: RESTEasy escapes the text of what is HTML and has the status 400. */
  byte[] render(String view, Map<String, ?> model, List<String> problems) {
    Map<String, Object> all = new HashMap<>(model);
    all.put("problems", problems);
    return views.render(view, all, texts()).getBytes(StandardCharsets.UTF_8);
  }

  /** What stands in the header of each page. */
  Map<String, String> headers() {
    return Map.of(
        HttpHeaders.CONTENT_LANGUAGE,
        texts().language().getLanguage(),
        HttpHeaders.VARY,
        HttpHeaders.ACCEPT_LANGUAGE,
        "Content-Security-Policy",
        views.contentSecurityPolicy(),
        "Referrer-Policy",
        "no-referrer",
        "X-Content-Type-Options",
        "nosniff");
  }

  private Texts texts() {
    return Texts.preferred(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
  }
}
