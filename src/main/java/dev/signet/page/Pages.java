package dev.signet.page;

import dev.signet.brand.Assets;
import dev.signet.brand.PageSettings;
import dev.signet.cookie.Forgeries;
import dev.signet.platform.Refusal;
import dev.signet.platform.Texts;
import dev.signet.problem.FieldErrors;
import dev.signet.problem.ProblemException;
import io.pebbletemplates.pebble.error.PebbleException;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Answers a request with a page in the language of its reader. A page runs no script and loads
 * nothing that is not ours, stands in nobody's frame, and tells no other server its address, in
 * which may be the token of a link (ASVS 5.0 3.4).
 */
@ApplicationScoped
public class Pages {

  /**
   * What scripts have kept goes with the login (<a
   * href="https://www.w3.org/TR/clear-site-data/">Clear Site Data</a>). Cookies are cleared one by
   * one: this header would clear those of all neighbouring hosts.
   */
  private static final String CLEAR_SITE_DATA = "Clear-Site-Data";

  private static final String PROVIDER = "/oauth2/";

  private static final System.Logger LOG = System.getLogger(Pages.class.getName());

  @Inject HttpServletRequest request;
  @Inject PageSettings settings;
  @Inject Assets assets;
  @Inject Forgeries forgeries;

  private Views views;

  @PostConstruct
  void start() {
    views = new Views(settings, assets);
  }

  /**
   * Shows a view.
   *
   * @param view the name of its file
   * @param model what its variables stand for
   */
  public Response show(String view, Map<String, ?> model) {
    return answer(200, view, model, Mistakes.NONE);
  }

  /** Shows a view with why something was refused, or with what is wrong with its fields. */
  public Response refuse(String view, Map<String, ?> model, Refusal refusal) {
    return refuse(view, model, refusal, Map.of());
  }

  /**
   * Shows a view with why something was refused, and what was typed into its fields.
   *
   * @param typed by field; what {@link dev.signet.input.Fields#typed} gives, and never a password
   */
  public Response refuse(
      String view, Map<String, ?> model, Refusal refusal, Map<String, String> typed) {
    Map<String, Object> all = new HashMap<>(model);
    Map<String, String> fields = new HashMap<>();
    if (model.get("typed") instanceof Map<?, ?> stored) {
      stored.forEach((field, text) -> fields.put(String.valueOf(field), String.valueOf(text)));
    }
    fields.putAll(typed);
    all.put("typed", fields);
    if (refusal instanceof FieldErrors errors) {
      return answer(400, view, all, Mistakes.of(errors, texts()));
    }
    if (refusal instanceof ProblemException problem) {
      return refuse(view, all, problem);
    }
    throw new IllegalArgumentException("No page for " + refusal.getClass());
  }

  /** Sends the browser to another page, by a path below the root of the application. */
  public Response goTo(String path) {
    return new Continue(address(path)).go();
  }

  /** Has a browser that has logged out forget what scripts have kept. */
  public static Response forgetting(Response answer) {
    answer.getHeaders().putSingle(CLEAR_SITE_DATA, "\"storage\"");
    return answer;
  }

  /** A path below the root of the application, to come back to. */
  public Continue here(String path) {
    return new Continue(address(path));
  }

  /** Where somebody goes on who has logged in: to where he wishes, or else to his account. */
  public Continue goal(String wish) {
    return Continue.to(wish, address("/account"));
  }

  /**
   * Goes on to a goal from a form of ours. What the provider is asked for may lead on to a client:
   * Chrome lets a form lead to no other origin, be it by redirects (CSP's {@code form-action}), so
   * that a page goes on there by itself.
   */
  public Response leaveFor(Continue goal) {
    return leadsToProvider(goal) ? show("renew", Map.of("here", goal.path())) : goal.go();
  }

  /** Whether it is the provider that is asked there, who sees himself whether one is logged in. */
  public boolean leadsToProvider(Continue goal) {
    return goal.path().startsWith(address(PROVIDER));
  }

  /**
   * Has the browser send a form to a client (<a
   * href="https://openid.net/specs/oauth-v2-form-post-response-mode-1_0.html">Form Post Response
   * Mode</a> §2): by itself, or by a button where no script runs.
   *
   * @param redirectUri one that the client has registered
   */
  public Response sendTo(URI redirectUri, Map<String, String> parameters) {
    Response page =
        show(
            "form_post",
            Map.of("action", redirectUri.toString(), "fields", parameters, "languages", List.of()));
    page.getHeaders().putSingle(ContentPolicy.HEADER, ContentPolicy.OF_FORM_FOR_CLIENT);
    page.getHeaders().putSingle("Referrer-Policy", "no-referrer");
    return page;
  }

  /** Where clients find what is at a path below the root of the application. */
  String address(String path) {
    return settings.root() + path;
  }

  /** The language that the reader of the page reads. */
  public Locale language() {
    return texts().language();
  }

  private Response refuse(String view, Map<String, ?> model, ProblemException refusal) {
    Response answer =
        answer(refusal.problem().status(), view, model, Mistakes.of(refusal.text(texts())));
    refusal
        .retrySeconds()
        .ifPresent(seconds -> answer.getHeaders().putSingle(HttpHeaders.RETRY_AFTER, seconds));
    return answer;
  }

  private Response answer(int status, String view, Map<String, ?> model, Mistakes mistakes) {
    Response.ResponseBuilder answer =
        Response.status(status)
            .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
            .entity(render(view, model, mistakes));
    headers().forEach(answer::header);
    return answer.build();
  }

  /** The page of an error that no page has foreseen; none where an operator's view is the error. */
  Optional<byte[]> problem(int status, Mistakes mistakes) {
    try {
      return Optional.of(
          status == 404
              ? render("missing", Map.of(), Mistakes.NONE)
              : render("problem", Map.of("title", "page_problem_title"), mistakes));
    } catch (PebbleException broken) {
      LOG.log(System.Logger.Level.ERROR, "No page of an error: {0}", broken.getMessage());
      return Optional.empty();
    }
  }

  /** In bytes: RESTEasy escapes the text of what is HTML and has the status 400. */
  private byte[] render(String view, Map<String, ?> model, Mistakes mistakes) {
    Texts texts = texts();
    Map<String, Object> all = new HashMap<>(model);
    all.put("problems", mistakes.summary());
    all.put("mistakes", mistakes.byField());
    all.putIfAbsent("csrf", forgeries.token());
    all.put("locales", ReaderLanguage.wished(request.getQueryString()));
    all.putIfAbsent("languages", ReaderLanguage.links(parameters(model), texts));
    return views.render(view, all, texts).getBytes(StandardCharsets.UTF_8);
  }

  /** Of the address of the page; where a form has sent the token of a link, that too. */
  private @Nullable String parameters(Map<String, ?> model) {
    String query = request.getQueryString();
    return query == null && model.get("token") instanceof String token
        ? "token=" + URLEncoder.encode(token, StandardCharsets.UTF_8)
        : query;
  }

  /**
   * What stands in the header of each page. Another server is told nothing of its address; ours is,
   * since a browser that tells nobody sends {@code Origin: null} with forms, which proves nothing.
   */
  Map<String, String> headers() {
    return Map.of(
        HttpHeaders.CONTENT_LANGUAGE,
        texts().language().getLanguage(),
        HttpHeaders.VARY,
        "Accept-Language, Cookie",
        ContentPolicy.HEADER,
        ContentPolicy.OF_PAGES,
        "Referrer-Policy",
        "same-origin",
        "Cross-Origin-Opener-Policy",
        "same-origin",
        "Cross-Origin-Resource-Policy",
        "same-origin");
  }

  private Texts texts() {
    return ReaderLanguage.of(request);
  }
}
