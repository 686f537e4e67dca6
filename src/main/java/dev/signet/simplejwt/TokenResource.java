package dev.signet.simplejwt;

import dev.signet.account.Account;
import dev.signet.account.Credentials;
import dev.signet.input.Fields;
import dev.signet.origin.Origin;
import dev.signet.origin.RequestOrigin;
import dev.signet.problem.Problem;
import dev.signet.token.IssuedTokens;
import dev.signet.token.LoginAnswer;
import dev.signet.token.Tokens;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/**
 * The pair of tokens as <a href="https://django-rest-framework-simplejwt.readthedocs.io/">Simple
 * JWT</a> hands it out, member by member in its order.
 */
@Path("api/token")
@ApplicationScoped
@PermitAll
@Consumes({
  MediaType.APPLICATION_JSON,
  MediaType.APPLICATION_FORM_URLENCODED,
  MediaType.MULTIPART_FORM_DATA
})
@Produces(MediaType.APPLICATION_JSON)
public class TokenResource {

  private static final int LONGEST = 64 * 1024;

  @Inject Credentials credentials;
  @Inject Tokens tokens;
  @Inject RequestOrigin origin;
  @Inject RefreshSettings settings;

  @POST
  public JsonObject obtain(Fields fields) {
    IssuedTokens issued = tokens.issueFor(authenticated(fields), origin.origin());
    return LoginAnswer.extended(
        Json.createObjectBuilder().add("refresh", issued.refresh()).add("access", issued.access()),
        issued.members());
  }

  /** As the settings want it, which are Simple JWT's: the refresh token stays as it is. */
  @POST
  @Path("refresh")
  public JsonObject refresh(Fields fields) {
    String refresh = token(fields, "refresh");
    if (!settings.rotate()) {
      return Json.createObjectBuilder().add("access", tokens.access(refresh)).build();
    }
    IssuedTokens issued =
        settings.blacklist()
            ? tokens.refresh(refresh, origin.activity())
            : tokens.extend(refresh, origin.activity());
    return Json.createObjectBuilder()
        .add("access", issued.access())
        .add("refresh", issued.refresh())
        .build();
  }

  /** One token for both, which is good for a while and can be refreshed for longer. */
  @POST
  @Path("sliding")
  public JsonObject obtainSliding(Fields fields) {
    IssuedTokens.Sliding issued = tokens.issueSlidingFor(authenticated(fields), origin.origin());
    return LoginAnswer.extended(
        Json.createObjectBuilder().add("token", issued.token()), issued.members());
  }

  @POST
  @Path("sliding/refresh")
  public JsonObject refreshSliding(Fields fields) {
    return Json.createObjectBuilder().add("token", tokens.slide(token(fields, "token"))).build();
  }

  /** Says whether a token of any type is good: the same verdict as where it belongs. */
  @POST
  @Path("verify")
  public JsonObject verify(Fields fields) {
    tokens.verify(token(fields, "token"));
    return JsonValue.EMPTY_JSON_OBJECT;
  }

  /** Ends the session of a refresh or sliding token; a second time is refused. */
  @POST
  @Path("blacklist")
  public JsonObject blacklist(Fields fields) {
    if (!tokens.endSessionOf(token(fields, "refresh"))) {
      throw Problem.TOKEN_BLACKLISTED.refusal();
    }
    return JsonValue.EMPTY_JSON_OBJECT;
  }

  private Account authenticated(Fields fields) {
    String username = fields.required("username", LONGEST);
    String password = fields.exact("password", LONGEST);
    fields.refuseIfWrong();
    Origin from = origin.origin();
    Account account = credentials.authenticate(username, password, from);
    origin.remember(credentials.deviceAfter(account, from));
    return account;
  }

  private static String token(Fields fields, String field) {
    String token = fields.required(field, LONGEST);
    fields.refuseIfWrong();
    return token;
  }
}
