package dev.signet.oidc;

import dev.signet.client.RegisteredClient;
import dev.signet.client.RegisteredClients;
import dev.signet.idtoken.AskedClaims;
import dev.signet.idtoken.UserClaims;
import dev.signet.oauth.OAuthError;
import dev.signet.oauth.OAuthException;
import dev.signet.origin.RequestOrigin;
import dev.signet.problem.Problem;
import dev.signet.problem.ProblemException;
import dev.signet.session.LiveSession;
import dev.signet.token.ClientTokens;
import dev.signet.token.ClientTokens.Shown;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The UserInfo endpoint (<a
 * href="https://openid.net/specs/openid-connect-core-1_0.html#UserInfo">OpenID Connect Core 1.0
 * §5.3</a>). It reads the token itself: that may be for another audience than we are.
 */
@Path("oauth2/userinfo")
@ApplicationScoped
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
public class UserInfoEndpoint {

  private static final System.Logger LOG = System.getLogger(UserInfoEndpoint.class.getName());

  @Inject ClientTokens tokens;
  @Inject RegisteredClients clients;
  @Inject UserClaims userClaims;
  @Inject RequestOrigin origin;

  @GET
  public JsonObject get(@Context HttpHeaders headers, @Context UriInfo address) {
    return answer(ShownToken.of(headers, address, Optional.empty()));
  }

  @POST
  public JsonObject post(@Context HttpHeaders headers, @Context UriInfo address, InputStream body) {
    return answer(ShownToken.of(headers, address, Optional.of(body)));
  }

  private JsonObject answer(String token) {
    Shown shown = read(token);
    RegisteredClient client = client(shown);
    LiveSession live =
        shown
            .live()
            .filter(session -> shown.scope().has("openid"))
            .orElseThrow(
                () -> refused(OAuthError.INSUFFICIENT_SCOPE, "The token has no scope openid."));
    AskedClaims asked = AskedClaims.of(live.session().claims());
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("sub", shown.claims().text("sub"));
    claims.putAll(
        userClaims.of(
            live.account(), shown.scope().words(), asked.userInfo(), client.rights().scopes()));
    return Json.createObjectBuilder(claims).build();
  }

  /** What our own clients want to know, they ask at /api/me. */
  private RegisteredClient client(Shown shown) {
    String id =
        shown
            .clientId()
            .orElseThrow(() -> refused(OAuthError.INSUFFICIENT_SCOPE, "The token is no client's."));
    return clients
        .find(id)
        .orElseThrow(
            () -> refused(OAuthError.INVALID_TOKEN, "The client of the token is there no more."));
  }

  private Shown read(String token) {
    try {
      return tokens.read(token);
    } catch (ProblemException refusal) {
      if (refusal.isBecause(Problem.UNAVAILABLE)) {
        throw OAuthError.TEMPORARILY_UNAVAILABLE.because("Try again in a moment.");
      }
      log(refusal);
      throw OAuthError.INVALID_TOKEN.because("The token is no good, or good no more.");
    }
  }

  private OAuthException refused(OAuthError error, String because) {
    OAuthException refusal = error.because(because);
    log(refusal);
    return refusal;
  }

  private void log(RuntimeException refusal) {
    LOG.log(
        System.Logger.Level.INFO,
        "Bearer token refused at UserInfo: {0}, from {1}",
        refusal.getMessage(),
        origin.origin().ip());
  }
}
