package com.example.migration;

import dev.signet.input.Fields;
import dev.signet.provisioning.AccountImport;
import dev.signet.tabular.FileFormat;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;

/** Imports a file that lies in a folder of the server's. */
@Path("api/migration")
@ApplicationScoped
@RolesAllowed("admin")
@Produces(MediaType.APPLICATION_JSON)
public class MigrationResource {

  @Inject AccountImport accounts;

  @POST
  public JsonObject run(Fields fields) throws IOException {
    String name = fields.required("file", 100);
    if (!name.matches("\\w+\\.(csv|json)")) {
      fields.refuse("file", "field_not_text");
    }
    fields.refuseIfWrong();
    FileFormat format = name.endsWith("csv") ? FileFormat.CSV : FileFormat.JSON;
    Protocol protocol = new Protocol();
    java.nio.file.Path file =
        java.nio.file.Path.of(System.getenv("MIGRATION_FOLDER")).resolve(name);
    try (InputStream content = Files.newInputStream(file)) {
      return protocol.of(accounts.run(content, format, protocol));
    }
  }
}
