package dev.signet.problem;

import dev.signet.platform.Texts;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes every error of the JSON API: {@code {"detail","code"[,"messages"]}}, and for who asks for
 * it the members of <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a> beside them.
 */
final class ProblemWriter {

  private static final MediaType PROBLEM_JSON = new MediaType("application", "problem+json");
  private static final Pattern ASKS_FOR_PROBLEM_DETAILS =
      Pattern.compile("(?i)application/problem\\+json(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$))");

  private final Scheme scheme;
  private final Function<String, @Nullable String> request;

  /** A writer for a request, by its headers. */
  ProblemWriter(Scheme scheme, Function<String, @Nullable String> request) {
    this.scheme = scheme;
    this.request = request;
  }

  Response.ResponseBuilder write(ProblemException refusal) {
    Problem problem = refusal.problem();
    Texts texts = texts();
    JsonObjectBuilder body =
        Json.createObjectBuilder().add("detail", refusal.text(texts)).add("code", problem.code());
    if (!refusal.reasons().isEmpty()) {
      body.add("messages", messages(refusal.reasons(), texts));
    }
    Response.ResponseBuilder response = response(problem.status(), body.build());
    if (problem.status() == 401 || problem.status() == 403) {
      response.header(HttpHeaders.WWW_AUTHENTICATE, challenge(refusal));
    }
    refusal.retrySeconds().ifPresent(wait -> response.header(HttpHeaders.RETRY_AFTER, wait));
    return response;
  }

  Response.ResponseBuilder write(FieldErrors errors) {
    return response(400, errors.json(texts()));
  }

  private Response.ResponseBuilder response(int status, JsonObject body) {
    Response.ResponseBuilder response =
        Response.status(status).header(HttpHeaders.VARY, "Accept, Accept-Language");
    if (asksForProblemDetails()) {
      return response.type(PROBLEM_JSON).entity(withProblemDetails(status, body).toString());
    }
    return response.type(MediaType.APPLICATION_JSON_TYPE).entity(body.toString());
  }

  /** By the text of the header: what JAX-RS cannot parse, it refuses to show. */
  private boolean asksForProblemDetails() {
    String accept = request.apply(HttpHeaders.ACCEPT);
    return accept != null && ASKS_FOR_PROBLEM_DETAILS.matcher(accept).find();
  }

  /** RFC 9457 §3.1; the type is about:blank, so the title is the status' own (§4.2.1). */
  private static JsonObject withProblemDetails(int status, JsonObject body) {
    return Json.createObjectBuilder(body)
        .add("type", "about:blank")
        .add("title", Response.Status.fromStatusCode(status).getReasonPhrase())
        .add("status", status)
        .build();
  }

  private static JsonArrayBuilder messages(Map<String, ProblemException> reasons, Texts texts) {
    JsonArrayBuilder messages = Json.createArrayBuilder();
    reasons.forEach(
        (type, reason) ->
            messages.add(
                Json.createObjectBuilder()
                    .add("token_class", tokenClass(type))
                    .add("token_type", type)
                    .add("message", reason.text(texts))));
    return messages;
  }

  /** What Simple JWT calls the class of a type of token: AccessToken for access. */
  private static String tokenClass(String type) {
    return type.substring(0, 1).toUpperCase(Locale.ROOT) + type.substring(1) + "Token";
  }

  /** RFC 6750 §3: no error where no token was shown. Descriptions are ASCII, hence English. */
  private String challenge(ProblemException refusal) {
    @Nullable String error = refusal.problem().challenge();
    if (error == null) {
      return "%s realm=\"api\"".formatted(scheme.name());
    }
    ProblemException reason = refusal.reasons().values().stream().findFirst().orElse(refusal);
    String description = reason.text(Texts.inEnglish());
    return "%s realm=\"api\", error=\"%s\", error_description=\"%s\""
        .formatted(scheme.name(), error, description.replace('"', '\''));
  }

  private Texts texts() {
    return Texts.preferred(request.apply(HttpHeaders.ACCEPT_LANGUAGE));
  }
}
