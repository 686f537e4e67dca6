package com.example.auditor;

import dev.signet.audit.AuditVerifier;
import dev.signet.audit.AuditVerifier.Verdict;
import dev.signet.problem.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Lets administrators verify the audit. */
@Path("api/auditor")
@ApplicationScoped
@RolesAllowed("admin")
@Produces(MediaType.APPLICATION_JSON)
public class AuditorResource {

  @Inject AuditVerifier verifier;

  /** Whether all is as it was written, and if not, what is wrong first. */
  @GET
  public JsonObject verify() {
    Verdict verdict = verifier.verify();
    JsonObjectBuilder answer =
        Json.createObjectBuilder()
            .add("good", verdict.isGood())
            .add("last", verdict.last())
            .add("hash", verdict.hash());
    verdict
        .finding()
        .ifPresent(wrong -> answer.add("seq", wrong.seq()).add("flaw", wrong.flaw().name()));
    return answer.build();
  }

  /** The hash of a record, to compare with the log's. */
  @GET
  @Path("{seq}")
  public JsonObject hash(@PathParam("seq") long seq) {
    String hash = verifier.hashOf(seq).orElseThrow(Problem.NOT_FOUND::refusal);
    return Json.createObjectBuilder().add("hash", hash).build();
  }
}
