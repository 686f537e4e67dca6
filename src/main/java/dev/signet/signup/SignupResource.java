package dev.signet.signup;

import dev.signet.delivery.LoginDelivery;
import dev.signet.input.Fields;
import dev.signet.page.Notice;
import dev.signet.platform.Texts;
import dev.signet.token.IssuedTokens;
import dev.signet.token.TokenSettings;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Locale;

/**
 * Sign-up for API clients: the new account is logged in at once, or where its address must be
 * proven first, 202 is the answer to everybody.
 */
@Path("api/auth/signup")
@ApplicationScoped
@PermitAll
@Consumes({
  MediaType.APPLICATION_JSON,
  MediaType.APPLICATION_FORM_URLENCODED,
  MediaType.MULTIPART_FORM_DATA
})
@Produces(MediaType.APPLICATION_JSON)
public class SignupResource {

  @Inject Signup signup;
  @Inject LoginDelivery delivery;
  @Inject TokenSettings settings;

  @POST
  public Response signUp(
      Fields fields, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String acceptLanguage) {
    Locale language = Texts.preferred(acceptLanguage).language();
    return signup
        .by(fields, delivery.kind(fields), language)
        .map(this::loggedIn)
        .orElseGet(() -> Response.accepted(Notice.of("signup_mailed", acceptLanguage)))
        .build();
  }

  private Response.ResponseBuilder loggedIn(IssuedTokens issued) {
    return Response.created(URI.create(settings.issuer() + "/api/me"))
        .entity(delivery.answer(issued));
  }
}
