package dev.signet.relying;

import com.example.intranet.Provider;
import com.example.reports.ReportsApplication;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The applications of {@code com.example} as WARs, each configured as its operator would. */
final class Applications {

  /** WildFly checks roles at REST resources where it is told to; Payara always does. */
  private static final String WEB_XML =
      """
      <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
        <context-param>
          <param-name>resteasy.role.based.security</param-name>
          <param-value>true</param-value>
        </context-param>
      </web-app>
      """;

  private Applications() {}

  /** An API that knows of an issuer its name and where its keys are. Payara demands the name. */
  static Path reports(Path folder, String issuer) {
    WebArchive war = war("reports.war", ReportsApplication.class);
    war.setWebXML(new StringAsset(WEB_XML));
    return exported(
        folder,
        war,
        Map.of(
            "mp.jwt.verify.issuer",
            issuer,
            "mp.jwt.verify.publickey.location",
            issuer + "/oauth2/jwks"));
  }

  /** A site whose users log in at an issuer. */
  static Path intranet(Path folder, String issuer) {
    WebArchive war = war("intranet.war", Provider.class);
    return exported(
        folder, war, Map.of("intranet.issuer", issuer, "intranet.secret", Clients.SECRET));
  }

  private static WebArchive war(String name, Class<?> one) {
    return ShrinkWrap.create(WebArchive.class, name)
        .addPackage(one.getPackage())
        .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml");
  }

  private static Path exported(Path folder, WebArchive war, Map<String, String> settings) {
    String lines =
        settings.entrySet().stream()
            .map(setting -> setting.getKey() + "=" + setting.getValue() + "\n")
            .collect(Collectors.joining());
    war.addAsResource(new StringAsset(lines), "META-INF/microprofile-config.properties");
    Path file = folder.resolve(war.getName());
    war.as(ZipExporter.class).exportTo(file.toFile());
    return file;
  }
}
