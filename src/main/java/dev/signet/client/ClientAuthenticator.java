package dev.signet.client;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.PlainClientSecret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import dev.signet.assertion.ClientAssertions;
import dev.signet.client.ClientProof.Method;
import dev.signet.oauth.OAuthError;
import dev.signet.oauth.OAuthException;
import dev.signet.oauth.OAuthForm;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Finds out which client sends a request (<a
 * href="https://www.rfc-editor.org/rfc/rfc6749#section-2.3">RFC 6749 §2.3</a>), by the one way that
 * it shows.
 */
@ApplicationScoped
public class ClientAuthenticator {

  private static final System.Logger LOG = System.getLogger(ClientAuthenticator.class.getName());

  /** What the library wants to know, and nobody looks at. */
  private static final URI ENDPOINT = URI.create("https://localhost/oauth2/token");

  @Inject RegisteredClients clients;
  @Inject ClientAssertions assertions;

  /**
   * The client that has shown who it is; a public one says so only.
   *
   * @param authorizations the headers of that name
   * @throws OAuthException {@link OAuthError#INVALID_CLIENT}, or {@link OAuthError#INVALID_REQUEST}
   *     where it shows two things
   */
  public RegisteredClient authenticate(List<String> authorizations, OAuthForm form) {
    form.refuseRepeated();
    refuseTwoWays(authorizations, form);
    Optional<ClientAuthentication> shown = shown(authorizations.stream().findFirst(), form);
    RegisteredClient client =
        shown.isPresent()
            ? byProof(shown.get(), form)
            : publicClient(authorizations, form.optional("client_id"));
    form.optional("client_id")
        .filter(id -> !id.equals(client.id()))
        .ifPresent(
            other -> {
              throw OAuthError.INVALID_REQUEST.because("client_id is not that of the client.");
            });
    return client;
  }

  /**
   * RFC 6749 §2.3: a client uses no more than one method in a request. A header is one, whatever it
   * says: who sends two, or one beside a secret, leaves to chance which of them counts.
   */
  private static void refuseTwoWays(List<String> authorizations, OAuthForm form) {
    long ways =
        authorizations.size()
            + form.optional("client_secret").stream().count()
            + form.optional("client_assertion").stream().count();
    if (ways > 1) {
      throw OAuthError.INVALID_REQUEST.because("The client shows who it is in two ways.");
    }
  }

  private static boolean isBasic(String authorization) {
    return authorization.strip().split("\\s+", 2)[0].equalsIgnoreCase("Basic");
  }

  private static Optional<ClientAuthentication> shown(
      Optional<String> authorization, OAuthForm form) {
    HTTPRequest request = new HTTPRequest(HTTPRequest.Method.POST, ENDPOINT);
    try {
      request.setContentType("application/x-www-form-urlencoded");
      authorization.filter(ClientAuthenticator::isBasic).ifPresent(request::setAuthorization);
      request.setBody(form.text());
      return Optional.ofNullable(ClientAuthentication.parse(request));
    } catch (ParseException | RuntimeException malformed) {
      throw refusal();
    }
  }

  private RegisteredClient byProof(ClientAuthentication shown, OAuthForm form) {
    String id = shown.getClientID().getValue();
    Method method =
        Method.of(shown.getMethod().getValue()).orElseThrow(ClientAuthenticator::refusal);
    return clients
        .find(id)
        .filter(
            client ->
                shown instanceof PlainClientSecret secret
                    ? client.proof().isSecret(method, secret.getClientSecret().getValue())
                    : isSigned(client, method, form))
        .orElseThrow(() -> refusalOf(id));
  }

  private boolean isSigned(RegisteredClient client, Method method, OAuthForm form) {
    return client
        .proof()
        .keys()
        .filter(keys -> method == Method.PRIVATE_KEY_JWT)
        .filter(keys -> assertions.take(form.required("client_assertion"), client.id(), keys))
        .isPresent();
  }

  private RegisteredClient publicClient(List<String> authorizations, Optional<String> id) {
    return id.flatMap(clients::find)
        .filter(RegisteredClient::isPublic)
        .filter(client -> authorizations.stream().noneMatch(ClientAuthenticator::isBasic))
        .orElseThrow(() -> refusalOf(id.orElse("")));
  }

  /** Of one that there is: an operator wants to know whose secret is wrong, or is guessed. */
  private OAuthException refusalOf(String id) {
    Optional<RegisteredClient> client = clients.find(id);
    client.ifPresent(
        known ->
            LOG.log(
                System.Logger.Level.INFO, "Client {0} has not shown that it is that", known.id()));
    return client.isPresent() ? notShown() : refusal();
  }

  /** What it says of itself is not for the log: it may be anything. */
  private static OAuthException refusal() {
    LOG.log(System.Logger.Level.INFO, "A client has not shown who it is");
    return notShown();
  }

  private static OAuthException notShown() {
    return OAuthError.INVALID_CLIENT.because("The client has not shown who it is.");
  }
}
