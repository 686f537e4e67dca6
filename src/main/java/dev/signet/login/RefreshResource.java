package dev.signet.login;

import dev.signet.delivery.BrowserLogin;
import dev.signet.delivery.LoginDelivery;
import dev.signet.input.Fields;
import dev.signet.origin.RequestOrigin;
import dev.signet.token.LoginAnswer;
import dev.signet.token.Tokens;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Refresh: the answer goes the way the token came, in the body or in cookies. */
@Path("api/auth/refresh")
@ApplicationScoped
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
public class RefreshResource {

  @Inject Tokens tokens;
  @Inject BrowserLogin browser;
  @Inject LoginDelivery delivery;
  @Inject RequestOrigin origin;

  /** A browser may send no body, which is of no media type: RESTEasy takes that for octets. */
  @POST
  public JsonObject refresh(Fields fields) {
    if (!fields.has("refresh") && delivery.isInCookies()) {
      return delivery.answerInCookies(browser.refresh(origin.activity()));
    }
    String token = fields.required("refresh", Tokens.LONGEST);
    fields.refuseIfWrong();
    return LoginAnswer.of(tokens.refresh(token, origin.activity()));
  }
}
