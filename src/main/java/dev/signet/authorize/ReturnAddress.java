package dev.signet.authorize;

import dev.signet.client.RegisteredClient;
import dev.signet.client.RegisteredClients;
import dev.signet.oauth.OAuthException;
import dev.signet.oauth.OAuthForm;
import dev.signet.problem.Problem;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where the answer to an authorization request goes: to an address that the client has registered,
 * errors too (RFC 6749 §4.1.2.1). Where there is none, it goes nowhere: people are shown a page.
 *
 * @param state what the client has asked to have repeated
 * @param posted whether the browser sends it as a form
 */
record ReturnAddress(
    RegisteredClient client, String redirectUri, Optional<String> state, boolean posted) {

  /**
   * Finds it.
   *
   * @throws dev.signet.problem.ProblemException {@link Problem#CLIENT_UNKNOWN} or {@link
   *     Problem#REDIRECT_UNKNOWN}
   */
  static ReturnAddress of(OAuthForm request, RegisteredClients clients) {
    RegisteredClient client =
        once(request, "client_id")
            .flatMap(clients::find)
            .orElseThrow(Problem.CLIENT_UNKNOWN::refusal);
    String redirectUri =
        once(request, "redirect_uri")
            .filter(client.addresses()::mayRedirectTo)
            .orElseThrow(Problem.REDIRECT_UNKNOWN::refusal);
    boolean posted = wished(request, "response_mode").filter("form_post"::equals).isPresent();
    return new ReturnAddress(client, redirectUri, wished(request, "state"), posted);
  }

  /** OpenID Connect Core 1.0 §6.1: a request object goes before what stands beside it. */
  private static Optional<String> wished(OAuthForm request, String name) {
    return once(request, "request")
        .map(RequestObject::parse)
        .flatMap(object -> once(object, name))
        .or(() -> once(request, name));
  }

  /** Of a parameter that is there twice, or malformed, nobody knows what is meant. */
  private static Optional<String> once(OAuthForm request, String name) {
    try {
      return request.optional(name);
    } catch (OAuthException unclear) {
      return Optional.empty();
    }
  }

  /** The parameters of an answer that says no. */
  Map<String, String> refused(OAuthException refusal, String issuer) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("error", refusal.error().code());
    parameters.put("error_description", refusal.description());
    return completed(parameters, issuer);
  }

  /** The parameters of an answer that has a code. */
  Map<String, String> granted(String code, String issuer) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("code", code);
    return completed(parameters, issuer);
  }

  /** RFC 9207 §2: every answer says who gives it. */
  private Map<String, String> completed(Map<String, String> parameters, String issuer) {
    state.ifPresent(text -> parameters.put("state", text));
    parameters.put("iss", issuer);
    return parameters;
  }
}
