package dev.signet.architecture;

import static dev.signet.architecture.Demand.everyClass;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.lang.ArchRule;
import dev.signet.platform.Refusal;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.stream.Stream;

/** Rows: who reads and writes them, and when a transaction commits. */
final class PersistenceRules {

  private PersistenceRules() {}

  static ArchRule plurals() {
    return everyClass(
        "see an EntityManager only as the plural of an @Entity beside them",
        type ->
            isPluralOfAnEntity(topLevel(type))
                ? Stream.empty()
                : type.getDirectDependenciesFromSelf().stream()
                    .filter(known -> known.getTargetClass().isEquivalentTo(EntityManager.class))
                    .map(Dependency::getDescription));
  }

  private static boolean isPluralOfAnEntity(JavaClass type) {
    return type.getPackage().getClasses().stream()
        .filter(other -> other.isAnnotatedWith(Entity.class))
        .anyMatch(entity -> plural(entity.getSimpleName()).equals(type.getSimpleName()));
  }

  private static JavaClass topLevel(JavaClass type) {
    return type.getEnclosingClass().map(PersistenceRules::topLevel).orElse(type);
  }

  static String plural(String noun) {
    if (noun.matches(".*[^aeiou]y")) {
      return noun.substring(0, noun.length() - 1) + "ies";
    }
    return noun + (noun.matches(".*(s|x|z|ch|sh)") ? "es" : "s");
  }

  static ArchRule refusalsCommit(Tree tree) {
    return everyClass(
        "be @Transactional(dontRollbackOn = Refusal.class) and a thing, or not @Transactional",
        type ->
            selfAndMethods(type)
                .filter(element -> element.isAnnotatedWith(Transactional.class))
                .filter(element -> !tree.isIn(Level.THING, type) || !commitsRefusals(element))
                .map(
                    element ->
                        element.getDescription()
                            + " is @Transactional outside of a thing, or rolls back on a Refusal"));
  }

  private static boolean commitsRefusals(HasAnnotations<?> element) {
    Transactional transactional = element.getAnnotationOfType(Transactional.class);
    return Arrays.asList(transactional.dontRollbackOn()).contains(Refusal.class);
  }

  /** All that an annotation of a type may stand on. */
  static Stream<HasAnnotations<?>> selfAndMethods(JavaClass type) {
    return Stream.concat(Stream.of(type), type.getMethods().stream());
  }
}
