package com.example.chats;

import dev.signet.input.Fields;
import dev.signet.problem.Problem;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;

/** What was fetched ahead, for whoever asks: an example has nothing to hide. */
@Path("api/chats")
@ApplicationScoped
@PermitAll
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ChatsResource {

  @Inject RecentChats recent;
  @Inject ChatStore store;
  @Inject LegalHold hold;

  @GET
  @Path("of/{account}")
  public JsonArray recent(@PathParam("account") UUID account) {
    return Json.createArrayBuilder(recent.of(account).orElseThrow(Problem.NOT_FOUND::refusal))
        .build();
  }

  @PUT
  @Path("mood")
  public void become(Fields fields) {
    String mood = fields.required("mood", 5);
    fields.refuseIfWrong();
    store.become(ChatStore.Mood.valueOf(mood));
  }

  @PUT
  @Path("hold/{account}")
  public void hold(@PathParam("account") UUID account) {
    hold.hold(account);
  }
}
