package dev.signet.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static dev.signet.architecture.Demand.everyClass;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.Entity;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.stream.Stream;

/** Where HTTP ends: who has a URL, who may call it, and what goes in and out. */
final class SurfaceRules {

  private SurfaceRules() {}

  static ArchRule path() {
    return everyClass(
        "have a @Path only if named Endpoint, Resource or Page",
        type ->
            type.getSimpleName().matches(".*(Endpoint|Resource|Page)")
                ? Stream.empty()
                : PersistenceRules.selfAndMethods(type)
                    .filter(element -> element.isAnnotatedWith(Path.class))
                    .map(element -> element.getDescription() + " has a @Path"));
  }

  static ArchRule noEntity() {
    return everyClass(
        "take and return no @Entity over HTTP",
        type ->
            resourceMethods(type)
                .filter(method -> signature(method).anyMatch(SurfaceRules::isEntity))
                .map(method -> method.getDescription() + " takes or returns an @Entity"));
  }

  private static Stream<JavaType> signature(JavaMethod method) {
    return Stream.concat(Stream.of(method.getReturnType()), method.getParameterTypes().stream());
  }

  private static boolean isEntity(JavaType type) {
    return type.getAllInvolvedRawTypes().stream()
        .anyMatch(raw -> raw.isAnnotatedWith(Entity.class));
  }

  static ArchRule access() {
    return everyClass(
        "say who may call each of their resource methods",
        type ->
            resourceMethods(type)
                .filter(method -> !saysWhoMayCall(method) && !saysWhoMayCall(type))
                .map(method -> method.getDescription() + " does not say who may call it"));
  }

  private static boolean saysWhoMayCall(CanBeAnnotated element) {
    return Stream.of(RolesAllowed.class, PermitAll.class, DenyAll.class)
        .anyMatch(element::isAnnotatedWith);
  }

  private static Stream<JavaMethod> resourceMethods(JavaClass type) {
    return type.getMethods().stream()
        .filter(method -> method.isMetaAnnotatedWith(HttpMethod.class));
  }

  static ArchRule thingsWithoutHttp(Tree tree) {
    return noClasses()
        .that(describe("are things", type -> tree.isIn(Level.THING, type)))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("jakarta.ws.rs..", "jakarta.servlet..");
  }
}
