package dev.signet.wire;

import java.nio.file.Path;
import org.jboss.arquillian.container.spi.client.container.DeploymentException;
import org.jboss.arquillian.container.spi.event.container.AfterStart;
import org.jboss.arquillian.container.spi.event.container.BeforeStop;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.spi.LoadableExtension;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * Deploys the WAR that Maven built, once for all test classes: Payara Micro would start anew for
 * each.
 */
public final class SuiteDeployment implements LoadableExtension {

  @Override
  public void register(ExtensionBuilder builder) {
    builder.observer(Deployer.class);
  }

  /** Goes with the server. */
  public static final class Deployer {

    private Archive<?> war;

    public void deploy(@Observes AfterStart server) throws DeploymentException {
      Path file = Path.of(System.getProperty("it.target"), "signet.war");
      war = ShrinkWrap.createFromZipFile(WebArchive.class, file.toFile());
      server.getDeployableContainer().deploy(war);
      if (!isServed()) {
        throw new DeploymentException("The WAR was not deployed: see target/server-logs");
      }
    }

    public void undeploy(@Observes BeforeStop server) throws DeploymentException {
      server.getDeployableContainer().undeploy(war);
    }

    /**
     * Payara Micro starts, and its connector is content, even when the application could not be
     * deployed; what the connector reads in its log is not always whole.
     */
    private static boolean isServed() {
      return Eventually.get(() -> Signet.get("/health/ready").status(), status -> status != 503)
          == 200;
    }
  }
}
