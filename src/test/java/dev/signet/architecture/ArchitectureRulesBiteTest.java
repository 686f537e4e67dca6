package dev.signet.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.EvaluationResult;
import dev.signet.planted.session.ReadsTheTime;
import dev.signet.planted.session.TakesAChance;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each {@link ArchitectureRule} over a house in which all are broken. */
class ArchitectureRulesBiteTest {

  /** One exception that is used up, and one that is not. */
  private static final Map<String, Integer> CROWDED =
      Map.of("dev.signet.planted.mail", 2, "dev.signet.planted.grant", 2);

  private static final Tree PLANTED = new Tree("dev.signet.planted", CROWDED);

  private static final JavaClasses CLASSES = new ClassFileImporter().importPackages(PLANTED.root());

  @ParameterizedTest
  @EnumSource
  void failsOnEachOfItsPlantedClasses(ArchitectureRule rule) {
    EvaluationResult result = rule.in(PLANTED).evaluate(CLASSES);

    assertThat(result.hasViolation()).isTrue();
    assertThat(rule.planted())
        .allSatisfy(
            planted ->
                assertThat(result.getFailureReport().getDetails())
                    .anyMatch(complaint -> names(complaint, planted)));
  }

  @ParameterizedTest
  @EnumSource
  void failsOnNothingElse(ArchitectureRule rule) {
    assertThat(complaintsOf(rule))
        .allMatch(complaint -> rule.planted().stream().anyMatch(p -> names(complaint, p)));
  }

  @ParameterizedTest
  @ValueSource(classes = {ReadsTheTime.class, TakesAChance.class})
  void knowsEveryWayToTheTimeAndToChance(Class<?> planted) {
    List<String> complaints = complaintsOf(ArchitectureRule.TIME_AND_CHANCE_COME_FROM_PLATFORM);

    assertThat(planted.getDeclaredMethods())
        .extracting(method -> planted.getName() + "." + method.getName() + "()")
        .allSatisfy(way -> assertThat(complaints).anyMatch(complaint -> complaint.contains(way)));
  }

  @ParameterizedTest
  @CsvSource({"Session,Sessions", "SigningKey,SigningKeys", "Policy,Policies", "Address,Addresses"})
  void knowsThePluralOf(String noun, String plural) {
    assertThat(PersistenceRules.plural(noun)).isEqualTo(plural);
  }

  @Test
  void everyRuleIsHeldByTheTestOfItsName() {
    assertThat(ArchitectureTest.class.getDeclaredMethods())
        .filteredOn(method -> method.isAnnotationPresent(Test.class))
        .extracting(method -> method.getName().toLowerCase(Locale.ROOT))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(ArchitectureRule.values())
                .map(rule -> rule.name().replace("_", "").toLowerCase(Locale.ROOT))
                .toList());
  }

  private static List<String> complaintsOf(ArchitectureRule rule) {
    return rule.in(PLANTED).evaluate(CLASSES).getFailureReport().getDetails();
  }

  /** Whether a complaint is about a class or, where the rule is one for packages, about its own. */
  private static boolean names(String complaint, Class<?> planted) {
    return Pattern.compile(Pattern.quote(planted.getName()) + "\\b").matcher(complaint).find()
        || complaint.startsWith("Package <" + planted.getPackageName() + ">");
  }
}
