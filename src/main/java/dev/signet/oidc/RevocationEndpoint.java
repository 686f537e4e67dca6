package dev.signet.oidc;

import dev.signet.client.ClientAuthenticator;
import dev.signet.client.RegisteredClient;
import dev.signet.oauth.OAuthError;
import dev.signet.oauth.OAuthException;
import dev.signet.oauth.OAuthForm;
import dev.signet.oauth.RefusedRequests;
import dev.signet.problem.Problem;
import dev.signet.problem.ProblemException;
import dev.signet.token.ClientTokens;
import dev.signet.token.ClientTokens.Shown;
import dev.signet.token.VerifiedToken.RefreshToken;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The revocation endpoint (<a href="https://www.rfc-editor.org/rfc/rfc7009#section-2">RFC 7009
 * §2</a>): a client gives back what it was given. Its session ends, and with that all of its tokens
 * (§2.1), whichever of them is shown.
 */
@Path("oauth2/revoke")
@ApplicationScoped
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
public class RevocationEndpoint {

  @Inject ClientAuthenticator clients;
  @Inject ClientTokens tokens;

  @POST
  public Response revoke(
      @HeaderParam(HttpHeaders.AUTHORIZATION) List<String> authorization, OAuthForm request) {
    RegisteredClient client = clients.authenticate(authorization, request);
    RefusedRequests.logged(client.id(), "revocation", () -> session(request, client))
        .ifPresent(tokens::end);
    return Response.ok().build();
  }

  /** The session that is to end; empty where the token is good no more. */
  private Optional<String> session(OAuthForm request, RegisteredClient client) {
    String token = request.required("token");
    return known(tokens::readRefresh, token)
        .map(refresh -> session(refresh, client))
        .or(() -> known(tokens::read, token).map(access -> session(access, client)));
  }

  /** §2.2: what is no token, or is good no more, is revoked already. */
  private static <T> Optional<T> known(Function<String, T> reader, String token) {
    try {
      return Optional.of(reader.apply(token));
    } catch (ProblemException refusal) {
      if (refusal.isBecause(Problem.UNAVAILABLE)) {
        throw OAuthError.TEMPORARILY_UNAVAILABLE.because("Try again in a moment.");
      }
      return Optional.empty();
    }
  }

  private static String session(RefreshToken token, RegisteredClient client) {
    return token
        .client()
        .filter(of -> of.id().equals(client.id()))
        .map(own -> token.sessionId())
        .orElseThrow(RevocationEndpoint::another);
  }

  /** §2.2.1: what a client was given for itself is of no session, and ends by itself. */
  private static String session(Shown token, RegisteredClient client) {
    if (token.clientId().filter(client.id()::equals).isEmpty()) {
      throw another();
    }
    return token
        .live()
        .map(live -> live.session().id())
        .orElseThrow(
            () -> OAuthError.UNSUPPORTED_TOKEN_TYPE.because("The token is of no session."));
  }

  /** §2.1: a client is told when it shows what another was given. */
  private static OAuthException another() {
    return OAuthError.INVALID_GRANT.because("The token is not one of the client's.");
  }
}
