package dev.signet.architecture;

import static dev.signet.architecture.Demand.everyClass;
import static dev.signet.architecture.Demand.everyPackage;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** The map: how large a package is, and which others it knows. */
final class PackageRules {

  private static final int MOST_CLASSES = 12;

  private PackageRules() {}

  static ArchRule noCycle(Tree tree) {
    return SlicesRuleDefinition.slices().matching(tree.packageOf("(**)")).should().beFreeOfCycles();
  }

  static ArchRule downwards(Tree tree) {
    return everyClass(
        "stand in a level and know nothing above it",
        type ->
            tree.levelOf(type)
                .map(level -> upwards(tree, level, type))
                .orElseGet(
                    () ->
                        Stream.of(
                            type.getPackage().getDescription()
                                + " stands in no level: "
                                + type.getSimpleName())));
  }

  private static Stream<String> upwards(Tree tree, Level level, JavaClass type) {
    return tree.dependenciesOf(type)
        .filter(known -> tree.levelOf(known.getTargetClass()).filter(level::isBelow).isPresent())
        .map(Dependency::getDescription);
  }

  static ArchRule notSideways(Tree tree) {
    return everyClass(
        "know no flow from another",
        type -> tree.isIn(Level.FLOW, type) ? sideways(tree, type) : Stream.empty());
  }

  private static Stream<String> sideways(Tree tree, JavaClass flow) {
    String own = tree.topLevelPackageOf(flow);
    return tree.dependenciesOf(flow)
        .filter(known -> tree.isIn(Level.FLOW, known.getTargetClass()))
        .filter(known -> !tree.topLevelPackageOf(known.getTargetClass()).equals(own))
        .map(Dependency::getDescription);
  }

  static ArchRule nullMarked() {
    return everyPackage(
        "have a package-info that says @NullMarked",
        where ->
            where.isAnnotatedWith(NullMarked.class)
                ? Stream.empty()
                : Stream.of(where.getDescription() + " has no package-info with @NullMarked"));
  }

  static ArchRule small(Tree tree) {
    return everyPackage(
        "have at most " + MOST_CLASSES + " classes, or as many as they are excepted for",
        where -> crowd(tree, where));
  }

  private static Stream<String> crowd(Tree tree, JavaPackage where) {
    long size = where.getClasses().stream().filter(PackageRules::counts).count();
    Integer excepted = tree.crowded().get(where.getName());
    if (excepted != null && excepted != size) {
      return Stream.of(where.getDescription() + " has " + size + " classes, not " + excepted);
    }
    if (excepted == null && size > MOST_CLASSES) {
      return Stream.of(where.getDescription() + " has " + size + " classes");
    }
    return Stream.empty();
  }

  private static boolean counts(JavaClass type) {
    return type.isTopLevelClass() && !type.isArray() && !isPackageInfo(type);
  }

  private static boolean isPackageInfo(JavaClass type) {
    return type.getSimpleName().equals("package-info");
  }
}
