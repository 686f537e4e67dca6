package dev.signet.login;

import dev.signet.delivery.LoginDelivery;
import dev.signet.input.Fields;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Login. */
@Path("api/auth/login")
@ApplicationScoped
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
public class LoginResource {

  @Inject Login login;
  @Inject LoginDelivery delivery;

  @POST
  @Consumes({
    MediaType.APPLICATION_JSON,
    MediaType.APPLICATION_FORM_URLENCODED,
    MediaType.MULTIPART_FORM_DATA
  })
  public JsonObject login(Fields fields) {
    return delivery.answer(login.with(LoginRequest.parse(fields, delivery.kind(fields))));
  }
}
