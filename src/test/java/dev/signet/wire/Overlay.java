package dev.signet.wire;

import java.nio.file.Path;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The WAR that Maven built with a JAR more in its {@code WEB-INF/lib}, as an operator adds one. */
public final class Overlay {

  private Overlay() {}

  /** A copy of the WAR in a folder, with a JAR of these classes. */
  public static Path war(Path folder, Class<?>... classes) {
    return exported(folder, ShrinkWrap.create(JavaArchive.class, "added.jar").addClasses(classes));
  }

  /** A copy of the WAR in a folder, with a JAR of the package that a class is in. */
  public static Path warWithPackageOf(Path folder, Class<?> one) {
    return exported(
        folder, ShrinkWrap.create(JavaArchive.class, "added.jar").addPackage(one.getPackage()));
  }

  private static Path exported(Path folder, JavaArchive jar) {
    Path war = folder.resolve("signet.war");
    ShrinkWrap.createFromZipFile(WebArchive.class, ServerProcess.war().toFile())
        .addAsLibrary(jar.addAsManifestResource(EmptyAsset.INSTANCE, "beans.xml"))
        .as(ZipExporter.class)
        .exportTo(war.toFile());
    return war;
  }
}
