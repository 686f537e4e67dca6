package dev.signet;

import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import org.eclipse.microprofile.auth.LoginConfig;

/**
 * The application: its resources are found by their annotations, its callers by MicroProfile JWT.
 */
@ApplicationPath("/")
@LoginConfig(authMethod = "MP-JWT")
@ApplicationScoped
@DataSourceDefinition(
    name = "java:app/jdbc/signet",
    className = "dev.signet.database.RoutingDataSource",
    // WildFly asks for a property, whichever; this one every data source has.
    loginTimeout = 10,
    minPoolSize = 2,
    maxPoolSize = 20)
public class SignetApplication extends Application {

  /**
   * Jersey answers OPTIONS with a description in a format of its own otherwise, and completes a
   * {@code Location} with the scheme and the host that it sees: behind a proxy that ends TLS that
   * is http, where a browser does not follow from a form (CSP's form-action), and the host is
   * whatever the client says it is.
   */
  @Override
  public Map<String, Object> getProperties() {
    return Map.of(
        "jersey.config.server.wadl.disableWadl",
        true,
        "jersey.config.server.headers.location.relative.resolution.disabled",
        true);
  }
}
