package dev.signet.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static dev.signet.architecture.Demand.everyClass;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.inject.Inject;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.util.List;
import java.util.stream.Stream;

/** What one class may be called, be given, see and ask. */
final class ClassRules {

  private static final int MOST_INJECTED = 5;

  /** The ways to the time and to chance that no test can fix, as signatures. */
  private static final List<String> FROM_NOWHERE =
      List.of(
          "java\\.time\\..*\\.now\\((java\\.time\\.ZoneId)?\\)",
          "java\\.time\\.Clock\\.(system\\w*|tick(Millis|Seconds|Minutes))\\(.*\\)",
          "java\\.time\\.InstantSource\\.system\\(\\)",
          "java\\.lang\\.System\\.(currentTimeMillis|nanoTime)\\(\\)",
          "java\\.util\\.Date\\.<init>\\(\\)",
          "java\\.util\\.Calendar\\.getInstance\\(.*\\)",
          "java\\.lang\\.(Strict)?Math\\.random\\(\\)",
          "java\\.util\\.(Splittable)?Random\\.<init>\\(.*\\)",
          "java\\.util\\.concurrent\\.ThreadLocalRandom\\.current\\(\\)",
          "java\\.util\\.random\\.RandomGenerator\\.(of|getDefault)\\(.*\\)",
          "java\\.security\\.SecureRandom\\.(<init>|getInstance\\w*)\\(.*\\)");

  private static final String RANDOM_ID = "java.util.UUID.randomUUID()";

  private ClassRules() {}

  static ArchRule timeAndChance(Tree tree) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(tree.packageOf("platform.."))
        .should()
        .accessTargetWhere(describe("the answer is from nowhere", ClassRules::isFromNowhere));
  }

  private static boolean isFromNowhere(JavaAccess<?> access) {
    String target = access.getTarget().getFullName();
    return FROM_NOWHERE.stream().anyMatch(target::matches) || target.equals(RANDOM_ID);
  }

  static ArchRule names() {
    return classes().should().haveNameNotMatching(".*(Utils?|Helper|Manager|Impl|Service|Base)");
  }

  static ArchRule thinBeans() {
    return everyClass(
        "have at most " + MOST_INJECTED + " @Inject fields",
        type -> {
          long injected =
              type.getAllFields().stream()
                  .filter(field -> field.isAnnotatedWith(Inject.class))
                  .count();
          return injected > MOST_INJECTED
              ? Stream.of(type.getDescription() + " has " + injected + " @Inject fields")
              : Stream.empty();
        });
  }

  static ArchRule privateKeys(Tree tree) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(tree.packageOf("key.."))
        .should()
        .dependOnClassesThat(assignableTo(PrivateKey.class).or(assignableTo(KeyPair.class)));
  }

  static ArchRule jose(Tree tree) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(tree.packageOf("key.."), tree.packageOf("assertion.."))
        .should()
        .dependOnClassesThat(resideInAnyPackage("com.nimbusds.jose..", "com.nimbusds.jwt.."));
  }
}
