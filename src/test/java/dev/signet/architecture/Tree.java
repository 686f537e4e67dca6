package dev.signet.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A root package and all below it: the real house, or the planted one that looks like it.
 *
 * @param crowded the packages that are excepted from the limit, each with how many classes it holds
 */
record Tree(String root, Map<String, Integer> crowded) {

  String packageOf(String name) {
    return root + "." + name;
  }

  boolean holds(JavaClass type) {
    return (type.getPackageName() + ".").startsWith(root + ".");
  }

  /** The top-level package of a class of this tree, by its name below the root. */
  String topLevelPackageOf(JavaClass type) {
    return (type.getPackageName() + ".").substring(root.length() + 1).replaceFirst("\\..*", "");
  }

  Optional<Level> levelOf(JavaClass type) {
    return Level.of(topLevelPackageOf(type));
  }

  boolean isIn(Level level, JavaClass type) {
    return holds(type) && levelOf(type).filter(level::equals).isPresent();
  }

  /** The dependencies of a class on other classes of this tree. */
  Stream<Dependency> dependenciesOf(JavaClass type) {
    return type.getDirectDependenciesFromSelf().stream()
        .filter(dependency -> holds(dependency.getTargetClass()));
  }
}
