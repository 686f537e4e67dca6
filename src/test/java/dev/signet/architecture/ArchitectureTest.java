package dev.signet.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each {@link ArchitectureRule} over what ships. */
class ArchitectureTest {

  private static final Tree MAIN = new Tree("dev.signet", Map.of());

  private static final JavaClasses CLASSES =
      new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages(MAIN.root());

  @Test
  void packagesFormNoCycle() {
    ArchitectureRule.PACKAGES_FORM_NO_CYCLE.in(MAIN).check(CLASSES);
  }

  @Test
  void requestsTravelDownwards() {
    ArchitectureRule.REQUESTS_TRAVEL_DOWNWARDS.in(MAIN).check(CLASSES);
  }

  @Test
  void flowsDoNotKnowEachOther() {
    ArchitectureRule.FLOWS_DO_NOT_KNOW_EACH_OTHER.in(MAIN).check(CLASSES);
  }

  @Test
  void onlySurfacesHaveAPath() {
    ArchitectureRule.ONLY_SURFACES_HAVE_A_PATH.in(MAIN).check(CLASSES);
  }

  @Test
  void onlyThePluralOfAnEntitySeesAnEntityManager() {
    ArchitectureRule.ONLY_THE_PLURAL_OF_AN_ENTITY_SEES_AN_ENTITY_MANAGER.in(MAIN).check(CLASSES);
  }

  @Test
  void noEntityTravelsOverHttp() {
    ArchitectureRule.NO_ENTITY_TRAVELS_OVER_HTTP.in(MAIN).check(CLASSES);
  }

  @Test
  void aRefusalCommits() {
    ArchitectureRule.A_REFUSAL_COMMITS.in(MAIN).check(CLASSES);
  }

  @Test
  void timeAndChanceComeFromPlatform() {
    ArchitectureRule.TIME_AND_CHANCE_COME_FROM_PLATFORM.in(MAIN).check(CLASSES);
  }

  @Test
  void everyPackageIsNullMarked() {
    ArchitectureRule.EVERY_PACKAGE_IS_NULL_MARKED.in(MAIN).check(CLASSES);
  }

  @Test
  void everyNameSaysSomething() {
    ArchitectureRule.EVERY_NAME_SAYS_SOMETHING.in(MAIN).check(CLASSES);
  }

  @Test
  void beansAreThin() {
    ArchitectureRule.BEANS_ARE_THIN.in(MAIN).check(CLASSES);
  }

  @Test
  void onlyKeySeesPrivateKeys() {
    ArchitectureRule.ONLY_KEY_SEES_PRIVATE_KEYS.in(MAIN).check(CLASSES);
  }

  @Test
  void onlyKeyAndAssertionSeeTheJoseLibrary() {
    ArchitectureRule.ONLY_KEY_AND_ASSERTION_SEE_THE_JOSE_LIBRARY.in(MAIN).check(CLASSES);
  }

  @Test
  void thingsDoNotSpeakHttp() {
    ArchitectureRule.THINGS_DO_NOT_SPEAK_HTTP.in(MAIN).check(CLASSES);
  }

  @Test
  void packagesAreSmall() {
    ArchitectureRule.PACKAGES_ARE_SMALL.in(MAIN).check(CLASSES);
  }

  @Test
  void everyResourceMethodSaysWhoMayCallIt() {
    ArchitectureRule.EVERY_RESOURCE_METHOD_SAYS_WHO_MAY_CALL_IT.in(MAIN).check(CLASSES);
  }
}
